// The filter of the start page. Without this script the page is complete; with it the filter appears.
(() => {
  "use strict";
  const filter = document.querySelector(".filter");
  if (!filter) return;
  const [text, rating, status, shown] = ["text", "rating", "status", "shown"].map((name) => document.getElementById(`filter-${name}`));
  const plain = (words) => words.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/ß/g, "ss");
  const rows = [...document.querySelectorAll(".group .row")].map((row) => ({ row, words: plain(row.textContent) }));
  const groups = [...document.querySelectorAll(".group")];

  const apply = () => {
    const wanted = plain(text.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const { row, words } of rows) {
      const fits =
        (!rating.value || row.dataset.rating === rating.value) &&
        (!status.value || row.dataset.status === status.value) &&
        wanted.every((word) => words.includes(word));
      row.hidden = !fits;
      count += fits ? 1 : 0;
    }
    for (const group of groups) group.hidden = !group.querySelector(".row:not([hidden])");
    shown.textContent = shown.dataset.words.replace("{shown}", count).replace("{all}", rows.length);
  };

  for (const field of [text, rating, status]) field.addEventListener("input", apply);
  filter.hidden = false;
  apply();
})();
