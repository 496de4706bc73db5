// Brings what changed in the project into view: the reader stays where he was, and nothing flickers.
(() => {
  "use strict";
  const view = document.getElementById("view");
  const aside = document.getElementById("left-out");
  let shown = Number(document.body.dataset.version);
  let told = shown;
  let renewing = false;

  // A page stands behind the one that is read until it is whole.
  const loaded = () => {
    const next = document.createElement("iframe");
    next.title = "The briefing";
    next.className = "next";
    const whole = new Promise((done) => next.addEventListener("load", () => done(next)));
    next.src = `${location.pathname}/page`;
    view.append(next);
    return whole;
  };

  const turn = (next) => {
    const page = document.getElementById("page");
    if (page) next.contentWindow.scrollTo(0, page.contentWindow.scrollY);
    page?.remove();
    next.id = "page";
    next.className = "";
  };

  const renew = async () => {
    const whole = loaded();
    const answer = await fetch(location.href);
    if (!answer.ok || answer.redirected) return location.reload();
    const frame = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of ["briefings", "error", "left-out"]) {
      const [now, then] = [document, frame].map((one) => one.getElementById(part));
      if (now.innerHTML === then.innerHTML) continue;
      now.replaceChildren(...then.childNodes);
    }
    document.getElementById("error").hidden = frame.getElementById("error").hidden;
    shown = Number(frame.body.dataset.version);
    if (frame.getElementById("page")) turn(await whole);
    else (await whole).remove();
  };

  new EventSource("/events").onmessage = async (event) => {
    told = Number(event.data);
    if (renewing) return;
    renewing = true;
    try {
      while (told !== shown) await renew();
    } finally {
      renewing = false;
    }
  };

  const toggle = document.getElementById("toggle");
  const hide = (hidden) => {
    aside.hidden = hidden;
    toggle.setAttribute("aria-expanded", String(!hidden));
    sessionStorage.setItem("left-out", hidden ? "hidden" : "");
  };
  toggle.addEventListener("click", () => hide(!aside.hidden));
  hide(sessionStorage.getItem("left-out") === "hidden");
})();
