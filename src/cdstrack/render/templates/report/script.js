
"use strict";
// Sorting and filtering. Without it the page is whole and in the order of the report.
(() => {
  const form = document.querySelector(".controls");
  const table = document.querySelector(".indicators");
  if (!form || !table) return;
  const rows = [...table.querySelectorAll("tr[id]")];
  rows.forEach((row, place) => {
    row.dataset.number = place;
    row.dataset.name = row.querySelector("a").textContent;
  });
  const bodies = new Map(rows.map((row) => [row, row.parentNode]));
  const sections = new Map(
    [...document.querySelectorAll("section.indicator")].map((each) => [each.id.slice(2), each])
  );
  const shown = form.querySelector("output");
  const text = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const number = new Set(["number", "way", "chance", "rank"]);

  // The same folding as the filters of the command line.
  const fold = (typed) =>
    typed.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d")
      .replace(/[^\p{L}\p{N}]+/gu, " ").trim().replace(/y/g, "i");

  function filter() {
    const wanted = new FormData(form);
    const words = fold(wanted.get("find")).split(" ").filter(Boolean);
    let count = 0;
    for (const row of rows) {
      const has = (name) => !wanted.get(name) || row.dataset[name] === wanted.get(name);
      const found = words.every((word) => ` ${row.dataset.text}`.includes(` ${word}`));
      row.hidden = !(found && has("pillar") && has("verdict") && has("lead"));
      count += row.hidden ? 0 : 1;
      const section = sections.get(row.id.slice(2));
      if (section) section.hidden = row.hidden;
    }
    for (const body of table.tBodies) {
      const group = body.querySelector(".group");
      if (group) group.hidden = !body.querySelector("tr[id]:not([hidden])");
    }
    shown.textContent = shown.dataset.words.replace("{n}", count);
  }

  function compare(key, sign) {
    return (one, other) => {
      const [a, b] = [one.dataset[key], other.dataset[key]];
      // What is not known comes last, whichever way it is sorted.
      if (a === "" || b === "") return (a === "") - (b === "");
      return sign * (number.has(key) ? a - b : text.compare(a, b));
    };
  }

  function sort(head) {
    const before = head.getAttribute("aria-sort");
    const way = before === "ascending" ? "descending" : "ascending";
    for (const each of table.tHead.rows[0].cells) each.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", way);
    const inPlan = head.dataset.key === "number" && way === "ascending";
    table.classList.toggle("sorted", !inPlan);
    const order = compare(head.dataset.key, way === "ascending" ? 1 : -1);
    const sorted = [...rows].sort(order);
    for (const row of sorted) (inPlan ? bodies.get(row) : table.tBodies[0]).append(row);
    filter();
  }

  for (const head of table.querySelectorAll("th[data-key]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(head));
    head.append(button);
  }
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  filter();
})();
