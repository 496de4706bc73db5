// Opens the proof behind a figure or quote, and finds words in the briefing and its proofs. No network, no storage.
(() => {
  "use strict";
  const dialog = document.getElementById("opened-one");
  const title = document.getElementById("title-of-opened");
  const place = document.getElementById("proof-of-opened");
  let opener = null;
  let home = null;

  const putBack = () => {
    if (home) home.article.append(...place.childNodes);
    home = null;
  };

  const open = (id, from) => {
    const article = document.getElementById("proof-" + id);
    if (!article) return;
    putBack();
    const heading = article.querySelector("h3");
    title.textContent = heading.textContent;
    place.append(...[...article.childNodes].filter((node) => node !== heading));
    home = { article };
    opener = from;
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
  };

  const evidenceOf = (target) => {
    const marked = target.closest("[data-evidence]");
    const ids = marked ? marked.dataset.evidence.trim().split(/\s+/) : [];
    return { marked, ids };
  };

  document.documentElement.classList.add("scripted");
  for (const figure of document.querySelectorAll("[data-evidence] .fig, [data-evidence].fig")) {
    const { ids } = evidenceOf(figure);
    if (figure.tagName === "A") figure.href = "#proof-" + ids[0];
    else figure.tabIndex = 0;
    figure.setAttribute("role", "button");
    figure.setAttribute("aria-haspopup", "dialog");
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest(".cite, #opened, .search")) return;
    const { marked, ids } = evidenceOf(event.target);
    if (!marked) return;
    event.preventDefault();
    if (marked.classList.contains("drawing")) {
      const data = marked.closest(".section").querySelector("details.data");
      if (data) data.open = !data.open;
      return;
    }
    open(ids[0], event.target.closest(".fig") || marked.querySelector(".fig") || marked);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    if (!event.target.classList.contains("fig")) return;
    event.preventDefault();
    open(evidenceOf(event.target).ids[0], event.target);
  });

  document.getElementById("close-opened").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("a[href^='#src-']")) dialog.close();
  });
  dialog.addEventListener("close", () => {
    putBack();
    if (opener) opener.focus({ preventScroll: true });
    opener = null;
  });

  const followed = () => {
    const id = /^#proof-(.+)$/.exec(location.hash);
    if (id) open(decodeURIComponent(id[1]), null);
  };
  window.addEventListener("hashchange", followed);
  followed();

  const field = document.getElementById("search-field");
  const found = document.getElementById("search-found");
  const count = document.getElementById("search-count");
  const MOST = 30;
  const places = [...document.querySelectorAll("main > .section, .proof")].map((node) => ({
    node,
    heading: node.querySelector("h2, h3").textContent,
    text: node.textContent.replace(/\s+/g, " "),
  }));

  const snippet = (text, at, length) => {
    const line = document.createElement("span");
    const mark = document.createElement("mark");
    mark.textContent = text.slice(at, at + length);
    const start = Math.max(0, at - 40);
    line.append((start ? "…" : "") + text.slice(start, at), mark, text.slice(at + length, at + length + 60) + "…");
    return line;
  };

  const entry = (one, at, length) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const name = document.createElement("b");
    name.textContent = one.heading;
    link.href = "#" + one.node.id;
    link.append(name, " ", snippet(one.text, at, length));
    link.addEventListener("click", (event) => {
      if (!one.node.classList.contains("proof")) return;
      event.preventDefault();
      open(one.node.id.slice("proof-".length), link);
    });
    item.append(link);
    return item;
  };

  const search = () => {
    const words = field.value.trim().toLowerCase();
    found.replaceChildren();
    const hits = [];
    if (words) {
      for (const one of places) {
        const at = one.text.toLowerCase().indexOf(words);
        if (at >= 0) hits.push(entry(one, at, words.length));
      }
    }
    found.append(...hits.slice(0, MOST));
    found.hidden = !hits.length;
    count.textContent = !words ? "" : hits.length ? count.dataset.some.replace("{count}", hits.length) : count.dataset.none;
  };
  field.addEventListener("input", search);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    field.value = "";
    search();
  });
})();
