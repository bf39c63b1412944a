// A Chromium started under a POSIX locale names its language `en-US@posix`, which `Intl` refuses with an exception;
// uPlot asks `Intl` with it as it loads, and the page would stay empty. This must therefore be imported first.
try {
  Intl.getCanonicalLocales(navigator.language)
} catch {
  Object.defineProperty(navigator, 'language', { value: 'en-GB' })
}
