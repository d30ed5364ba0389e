(function () {
  try {
    var chosen = localStorage.getItem('cellrelay.theme');
    if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
  } catch {
    // Storage may be closed to us; the system's theme then stands.
  }
})();
