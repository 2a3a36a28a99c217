/** The look of the page: on a screen, on a phone, and in print. Its hash stands in the page's policy. */
export const style = `:root { color-scheme: light; --ink: #1c1c1c; --line: #8a8a8a; --link: #1d4f7c; --shade: #f3f5f7; }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.45 system-ui, sans-serif; color: var(--ink); background: #fff; }
main { max-width: 76rem; margin: 0 auto; padding: 1rem; }
h1 { margin: 0; font-size: 1.7rem; line-height: 1.2; }
h2 { margin: 2.2rem 0 0.8rem; padding-bottom: 0.3rem; font-size: 1.3rem; border-bottom: 2px solid; }
h3 { margin: 0; font-size: 1.05rem; }
a { color: var(--link); }
p { max-width: 60rem; margin: 0.6rem 0; }
.about { margin: 0.2rem 0 0; }
.draft { padding: 0.5rem 0.8rem; font-weight: 600; color: #6d1f00; background: #fff1df; border-left: 5px solid #b5480b; }
.finding { margin: 1.2rem 0; font-size: 1.25rem; font-weight: 600; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(10rem, 1fr)); gap: 0.8rem; margin: 1rem 0; }
dl > div { padding: 0.7rem 0.9rem; background: var(--shade); border-left: 4px solid #0f2740; }
dt { font-size: 0.875rem; }
dd { margin: 0; font-size: 1.15rem; font-weight: 600; overflow-wrap: anywhere; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr)); gap: 1.2rem; align-items: start; }
figure { margin: 0; max-width: 43rem; border: 1px solid #d9d9d9; }
figure svg { display: block; width: 100%; height: auto; max-width: 680px; margin: 0 auto; }
.narrow { display: none; }
.sheet { position: relative; margin: 1rem 0; overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums lining-nums; }
caption { text-align: left; }
caption h3 { position: sticky; left: 0; width: fit-content; max-width: calc(100vw - 2rem); padding-bottom: 0.4rem; }
th, td { padding: 0.15rem 0.5rem; text-align: right; white-space: nowrap; font-weight: normal; vertical-align: bottom; }
tr > :first-child { position: sticky; left: 0; z-index: 1; padding-left: 0; text-align: left; white-space: normal; min-width: min(14rem, 38vw); max-width: 26rem; background: #fff; }
tr:has(> :nth-child(11)) > :not(:first-child) { padding-left: 0.25rem; padding-right: 0.25rem; }
.in-1 > :first-child { padding-left: 1rem; }
.in-2 > :first-child { padding-left: 2rem; }
.in-3 > :first-child { padding-left: 3rem; }
.in-4 > :first-child { padding-left: 4rem; }
thead th, .heading th, .subtotal > *, .total > *, .balance > * { font-weight: 600; }
thead > tr > * { border-bottom: 2px solid; }
.heading > * { padding-top: 0.6rem; }
.subtotal > *, .total > * { border-top: 1px solid; }
.balance > * { border-top: 1px solid; border-bottom: 3px double; }
.words, .answer { text-align: left; white-space: normal; }
.words { min-width: 9rem; max-width: 34rem; overflow-wrap: anywhere; }
.answer { min-width: 8rem; font-weight: 600; }
tr:has(> .words) > * { padding-top: 0.35rem; vertical-align: top; border-bottom: 1px solid #d9d9d9; }
.assumed > *, .placeholder > * { background: #fff8e6; }
.mark { padding: 0.05rem 0.4rem; font-size: 0.8125rem; color: #1c1c1c; background: #e8e8e8; border-radius: 3px; }
.assumed .mark { background: #ffdf91; }
.placeholder .mark, .fails { color: #fff; background: #8a1c1c; }
.holds { background: #cfe9d8; }
.warning { background: #ffdf91; }
.checks { padding: 0; list-style: none; }
.checks > li { margin: 0.5rem 0; }
.note, footer { font-size: 0.875rem; }
footer { margin-top: 2.5rem; padding-top: 0.6rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
button { font: inherit; color: inherit; cursor: pointer; }
[data-why] > button { padding: 0; text-align: inherit; background: none; border: 0; border-bottom: 1px dotted var(--line); }
[data-why] > button:hover { color: var(--link); border-bottom-style: solid; }
:focus-visible { outline: 3px solid #b5480b; outline-offset: 2px; }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); user-select: none; -webkit-user-select: none; }
dialog { width: min(46rem, calc(100vw - 1rem)); max-width: none; max-height: calc(100vh - 2rem); padding: 1rem 1.2rem; overflow: auto; color: inherit; border: 1px solid var(--line); }
dialog::backdrop { background: rgb(0 0 0 / 45%); }
dialog h2 { margin: 0 2.5rem 0.6rem 0; font-size: 1.1rem; border: 0; overflow-wrap: anywhere; }
#close { position: sticky; top: 0; float: right; padding: 0.3rem 0.8rem; background: #fff; border: 1px solid var(--line); }
.formula { margin: 0.2rem 0; font-style: italic; }
.part ul { margin: 0.2rem 0; padding: 0; list-style: none; overflow-wrap: anywhere; }
.part li { padding: 0.12rem 0; }
.deep-2 { margin-left: 1rem; }
.deep-3 { margin-left: 2rem; }
.deep-4 { margin-left: 3rem; }
.deep-5 { margin-left: 4rem; }
.deep-6 { margin-left: 5rem; }
details > .part { margin-left: 0.35rem; padding-left: 0.8rem; border-left: 2px solid #cfcfcf; }
summary { cursor: pointer; color: var(--link); }
.source { font-size: 0.875rem; color: #575757; }
@media (max-width: 34rem) {
  main { padding: 0.8rem; }
  .wide { display: none; }
  .narrow { display: block; }
  dl { grid-template-columns: 1fr 1fr; }
  .listed { width: 100%; }
  .listed tbody, .listed tr, .listed tr > * { display: block; min-width: 0; max-width: none; }
  .listed thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .listed tr { padding: 0.45rem 0; border-bottom: 1px solid #d9d9d9; }
  .listed tr > * { position: static; padding: 0.05rem 0; border: 0; }
  .listed tr > :first-child { font-weight: 600; background: none; }
  .listed .answer { font-weight: normal; }
  .listed td:empty { display: none; }
  .listed [data-label]::before { margin-right: 0.3em; content: attr(data-label); }
  .listed .assumed, .listed .placeholder { background: #fff8e6; }
  .deep-4, .deep-5, .deep-6 { margin-left: 2rem; }
}
@page { size: A4 landscape; margin: 12mm; }
@media print {
  :root { font-size: 9pt; }
  main { max-width: none; padding: 0; }
  .wide { display: block; }
  .narrow, .hint, dialog { display: none; }
  .charts { grid-template-columns: 1fr 1fr; }
  .sheet { overflow: visible; break-inside: avoid; }
  .sheet:has(.listed) { break-inside: auto; }
  tr > :first-child, caption h3 { position: static; }
  th, td { padding: 0.1rem 0.45rem; }
  p, caption h3 { max-width: none; }
  button { border: 0 !important; }
  .assumed .mark, .placeholder .mark, .mark { padding: 0 0.2rem; color: inherit; background: none; border: 1px solid; }
  thead { display: table-header-group; }
  tr, figure, dl > div { break-inside: avoid; }
  h2, h3, caption, .heading { break-after: avoid; }
}`;
