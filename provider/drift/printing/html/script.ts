/** What the page does by itself: it searches and filters. Without it, everything is shown. */
export const script = `
"use strict";
const form = document.querySelector("form");
const findings = [...document.querySelectorAll(".finding")];
const shown = document.getElementById("shown");
function filter() {
  const words = form.elements.search.value.toLocaleLowerCase().split(/\\s+/).filter(Boolean);
  const wanted = ["organisation", "kind", "type", "counts"].map((name) => [name, form.elements[name].value]);
  let count = 0;
  for (const it of findings) {
    const text = it.textContent.toLocaleLowerCase();
    const isShown = words.every((word) => text.includes(word)) && wanted.every(([name, value]) => value === "" || it.dataset[name] === value);
    it.hidden = !isShown;
    count += isShown ? 1 : 0;
  }
  shown.textContent = count + " of " + findings.length + (findings.length === 1 ? " finding" : " findings");
}
form.hidden = false;
form.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(filter));
for (const link of document.querySelectorAll("[data-choose]")) {
  link.addEventListener("click", () => { form.elements.organisation.value = link.dataset.choose; filter(); });
}
filter();
`;
