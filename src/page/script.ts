/**
 * What the page runs: it makes a button of every figure that has an explanation, and shows that in a dialog. All that it
 * shows is text; nothing is read as markup. It is short, and its hash stands in the page's policy, so that nothing else can run.
 */
export const script = `"use strict";
const data = JSON.parse(document.getElementById("explanations").textContent);
const dialog = document.getElementById("explanation");
const body = document.getElementById("explained");
const make = (tag, text, name) => {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  if (name) element.className = name;
  return element;
};
const text = (at) => data.texts[at - 1].map((piece) => data.pieces[piece]).join("");
data.steps.forEach((step, i) => {
  const before = data.steps[i - 1] || [];
  for (let at = 0; at < step.length; at++) step[at] += before[at] || 0;
});
const list = (at) => {
  const [, formula, ...lines] = data.steps[at];
  const part = make("div", undefined, "part");
  if (formula) part.append(make("p", text(formula), "formula"));
  const items = make("ul");
  for (let i = 0; i < lines.length; i += 4) {
    const [depth, words, source, leads] = lines.slice(i, i + 4);
    const item = make("li", undefined, "deep-" + Math.min(depth, 6));
    if (leads) {
      const more = make("details");
      more.append(make("summary", text(words)));
      more.addEventListener("toggle", () => {
        if (more.open && more.childElementCount === 1) more.append(list(leads - 1));
      });
      item.append(more);
    } else item.append(text(words));
    if (source) item.append(" ", make("span", data.sources[source - 1], "source"));
    items.append(item);
  }
  part.append(items);
  return part;
};
const show = (at) => {
  body.replaceChildren(make("h2", text(data.steps[at][0])), list(at));
  body.firstChild.id = "explanation-title";
  dialog.showModal();
  dialog.scrollTop = 0;
};
for (const cell of document.querySelectorAll("[data-why]")) {
  const button = make("button");
  button.type = "button";
  button.setAttribute("aria-haspopup", "dialog");
  button.append(...cell.childNodes);
  button.addEventListener("click", () => show(Number(cell.dataset.why)));
  cell.append(button);
}
document.getElementById("close").addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close();
});
for (const hint of document.querySelectorAll("[hidden]")) hint.hidden = false;`;
