// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who only wants to practise ever builds it.
let package = Package(
  name: "benchmarks",
  dependencies: [
    .package(name: "starling", path: "../.."),
    .package(url: "https://github.com/apple/swift-argument-parser", .upToNextMinor(from: "1.8.2")),
  ],
  targets: [
    .executableTarget(
      name: "make-home",
      dependencies: [
        .product(name: "StarlingModules", package: "starling"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "bench-plan",
      dependencies: [
        .product(name: "StarlingModules", package: "starling"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "bench-policies",
      dependencies: [
        .product(name: "StarlingModules", package: "starling"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "bench-memory",
      dependencies: [
        .product(name: "StarlingModules", package: "starling"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
  ]
)

// As in Starling's own package.
let strictness: [SwiftSetting] =
  Context.environment["STARLING_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)]
for target in package.targets {
  target.swiftSettings =
    strictness + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .enableUpcomingFeature("InternalImportsByDefault"),
    ]
}
