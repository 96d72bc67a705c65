"use strict";
// Shows what fits the choices; everything is there and can be read without this script.
const form = document.getElementById("filters");
const items = [...document.querySelectorAll(".item")].map(element => ({ element, text: (element.querySelector("h3, th")?.textContent ?? "").toLowerCase() + " " + element.id.toLowerCase() }));
const output = form.querySelector("output");
function filter() {
  const { part, department, status, text } = Object.fromEntries(new FormData(form));
  const words = text.trim().toLowerCase();
  const isFiltered = part !== "" || department !== "" || status !== "" || words !== "";
  let shown = 0;
  for (const { element, text: own } of items) {
    const fits = (part === "" || element.dataset.part === part) && (department === "" || element.dataset.department === department)
      && (status === "" || element.dataset.status === status) && own.includes(words);
    element.hidden = !fits;
    shown += fits ? 1 : 0;
  }
  for (const group of document.querySelectorAll(".group, .without, .group > .scroll")) group.hidden = isFiltered && !group.querySelector(".item:not([hidden])");
  for (const group of document.querySelectorAll(".without")) group.open = isFiltered && !group.hidden;
  output.textContent = isFiltered ? output.dataset.shown.replace("#", shown) : "";
}
form.hidden = false;
form.addEventListener("input", filter);
form.addEventListener("reset", () => setTimeout(filter));
form.addEventListener("submit", event => event.preventDefault());
// A link to an indicator without data opens the list that it stands in.
function reveal() {
  const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  const list = target?.closest("details.without");
  if (list && !list.open) { list.open = true; target.scrollIntoView(); }
}
addEventListener("hashchange", reveal);
reveal();
addEventListener("beforeprint", () => { for (const list of document.querySelectorAll("details.without")) list.open = true; });
