import Screen

/// A page that needs nothing but itself: no script, no network.
struct HTMLPage {
  /// Plain text; it may come from the person.
  var title: String
  /// CSS.
  var style: String
  /// HTML.
  var body: String

  var text: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>\(title.sanitised().htmlText)</title>
    <style>
    \(style)
    </style>
    </head>
    <body>
    \(body)
    </body>
    </html>

    """
  }
}
