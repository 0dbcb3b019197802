// Runs before the page is drawn, so that a chosen theme does not flash. Without it the system's theme holds.
(() => {
  const root = document.documentElement;
  const stored = () => { try { return localStorage.getItem("theme"); } catch { return null; } };
  if (stored()) root.dataset.theme = stored();
  const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const label = (button) => { button.textContent = isDark() ? "Light" : "Dark"; button.hidden = false; };
  for (const drawn of ["DOMContentLoaded", "htmx:afterSettle"]) {
    addEventListener(drawn, () => { const button = document.getElementById("theme"); if (button) label(button); });
  }
  addEventListener("click", (event) => {
    if (event.target.id !== "theme") return;
    root.dataset.theme = isDark() ? "light" : "dark";
    try { localStorage.setItem("theme", root.dataset.theme); } catch { /* private mode: for this page only */ }
    label(event.target);
  });
})();
