// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "starling",
  products: [
    .executable(name: "starling", targets: ["starling"]),
    // For the benchmarks, which are a package of their own.
    .library(
      name: "StarlingModules",
      targets: [
        "BundledDecks", "Campaign", "Decks", "Exchange", "Practice", "Scheduler", "Screen", "Store",
        "TUI",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", .upToNextMinor(from: "1.8.2")),
    .package(url: "https://github.com/groue/GRDB.swift", .upToNextMinor(from: "7.10.0")),
    .package(url: "https://github.com/jpsim/Yams", .upToNextMinor(from: "6.2.2")),
  ],
  targets: [
    // MARK: Values that know nothing of the outside
    .target(name: "Scheduler"),
    .target(name: "Screen"),
    .target(name: "Decks", dependencies: [.product(name: "Yams", package: "Yams")]),
    .target(name: "Records"),
    .target(name: "Practice", dependencies: ["Scheduler", "Decks"]),
    .target(name: "Campaign", dependencies: ["Decks"]),
    .target(name: "TUI", dependencies: ["Practice", "Campaign", "Scheduler", "Decks", "Screen"]),

    // MARK: The question sets, checked and compiled in while building
    .target(name: "BundledDecks", dependencies: ["Decks"], plugins: ["EmbedDecks"]),
    .executableTarget(name: "embed-decks", dependencies: ["Decks"]),
    .plugin(
      name: "EmbedDecks", capability: .buildTool(), dependencies: ["embed-decks"],
      path: "Sources/EmbedDecks"),

    // MARK: The edges: terminal, database, files
    .systemLibrary(
      name: "CNcurses",
      providers: [.apt(["libncursesw5-dev"]), .brew(["ncurses"])]
    ),
    .systemLibrary(name: "CSQLite"),
    .target(name: "Files"),
    .target(
      name: "Terminal", dependencies: ["Files", "Screen", "CNcurses"],
      // Its shared library brings this along; the static one does not.
      linkerSettings: [.linkedLibrary("tinfo", .when(platforms: [.linux]))]),
    .target(
      name: "Store",
      dependencies: [
        "Practice", "Campaign", "Records", "Scheduler", "Decks", "Files", "CSQLite",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .target(
      name: "Exchange",
      dependencies: [
        "Practice", "Campaign", "Scheduler", "Decks", "Screen",
        .product(name: "Yams", package: "Yams"),
      ]),
    .target(
      name: "Application",
      dependencies: [
        "BundledDecks", "Campaign", "Decks", "Exchange", "Files", "Practice", "Scheduler",
        "Screen", "Store", "TUI",
      ]),
    .target(
      name: "Plain",
      dependencies: [
        "Application", "Campaign", "Decks", "Exchange", "Files", "Practice", "Scheduler", "Screen",
        "Store", "TUI",
      ]),
    .executableTarget(
      name: "starling",
      dependencies: [
        "Application", "BundledDecks", "Campaign", "Decks", "Exchange", "Files", "Plain",
        "Practice", "Scheduler", "Screen", "Store", "TUI", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // MARK: Tests
    .target(
      name: "TestSupport", dependencies: ["Screen"], path: "Tests/TestSupport",
      exclude: ["hear.py"]),
    .target(name: "FaultyDisk", path: "Tests/FaultyDisk"),
    .testTarget(
      name: "SchedulerTests", dependencies: ["Scheduler"], resources: [.copy("Vectors")]),
    .testTarget(name: "ScreenTests", dependencies: ["Screen"]),
    .testTarget(
      name: "DecksTests",
      dependencies: [
        "BundledDecks", "Decks", "TestSupport", .product(name: "Yams", package: "Yams"),
      ],
      exclude: ["Seeds", "schema_check.py"]),
    .testTarget(
      name: "BundledDecksTests", dependencies: ["BundledDecks", "Decks"],
      exclude: ["guide-shingles.txt"]),
    .testTarget(
      name: "PracticeTests", dependencies: ["Practice", "Scheduler", "Decks", "TestSupport"],
      resources: [.copy("Samples")]),
    .testTarget(
      name: "RecordsTests", dependencies: ["Records", "TestSupport"], exclude: ["histories.py"],
      resources: [.copy("histories.txt")]),
    .testTarget(name: "CampaignTests", dependencies: ["Campaign", "Decks", "Scheduler"]),
    .testTarget(
      name: "TUITests",
      dependencies: [
        "TUI", "Practice", "Campaign", "Scheduler", "Decks", "Exchange", "Screen", "TestSupport",
      ],
      exclude: ["Snapshots"]),
    .testTarget(name: "FilesTests", dependencies: ["Files"]),
    .testTarget(
      name: "TerminalTests", dependencies: ["Terminal", "CNcurses", "Screen", "TestSupport"]),
    .testTarget(
      name: "StoreTests",
      dependencies: [
        "Store", "Campaign", "Files", "Practice", "Records", "Scheduler", "Decks", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Vectors"]),
    .testTarget(
      name: "ExchangeTests",
      dependencies: ["Exchange", "Campaign", "Decks", "Scheduler", "Screen", "TestSupport"]),
    .testTarget(
      name: "ApplicationTests",
      dependencies: [
        "Application", "BundledDecks", "Campaign", "Decks", "Exchange", "FaultyDisk", "Files",
        "Practice", "Scheduler", "Screen", "Store", "TUI", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Packages", "Snapshots"]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "Files", "Practice", "starling", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: [
        "damage-table.txt", "help.txt", "mutate_copies.py", "older-database.sql", "peers_check.py",
      ]),
  ]
)

// The same strictness everywhere: imports say what they expose. A warning is an error only where
// STARLING_STRICT is set, as in .ci/run: a newer compiler's new warning keeps nobody from building.
let strictness: [SwiftSetting] =
  Context.environment["STARLING_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)]
for target in package.targets where target.type != .system && target.type != .plugin {
  target.swiftSettings =
    strictness + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .enableUpcomingFeature("InternalImportsByDefault"),
    ]
}
