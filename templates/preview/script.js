// Loads the briefing anew when the project changed, and comes back to where the reader was.
(() => {
  "use strict";
  const shown = Number(document.body.dataset.version);
  const page = document.getElementById("page");
  const key = "place:" + location.pathname;
  const aside = document.getElementById("left-out");
  const toggle = document.getElementById("toggle");

  const events = new EventSource("/events");
  events.onmessage = (event) => {
    if (Number(event.data) === shown) return;
    if (page) sessionStorage.setItem(key, String(page.contentWindow.scrollY));
    events.close();
    location.reload();
  };

  if (page) {
    page.addEventListener("load", () => {
      page.contentWindow.scrollTo(0, Number(sessionStorage.getItem(key) || 0));
      sessionStorage.removeItem(key);
    });
  }

  const hide = (hidden) => {
    if (!aside) return;
    aside.hidden = hidden;
    toggle.setAttribute("aria-expanded", String(!hidden));
    sessionStorage.setItem("left-out", hidden ? "hidden" : "");
  };
  toggle.addEventListener("click", () => hide(!aside.hidden));
  hide(sessionStorage.getItem("left-out") === "hidden");
})();
