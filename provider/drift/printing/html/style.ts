/** The look of the page: light and dark, on a phone, and on paper. */
export const style = `
:root { color-scheme: light dark; --line: #c6ced6; --dim: #56626e; --bad: #b3261e; --warn: #7a5500; --good: #1b6e3c; --mark: #ffe08a; --card: #fff; --page: #f4f6f8; --text: #16202a; --link: #0b5cad; }
@media (prefers-color-scheme: dark) { :root { --line: #3d4853; --dim: #a9b4bf; --bad: #ff8f85; --warn: #f2c04c; --good: #6fd79a; --mark: #6b5200; --card: #1b232b; --page: #11171d; --text: #e8edf2; --link: #8bc1ff; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
main, header { max-width: 70rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5rem; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; margin: 1.5rem 0 .5rem; }
h3 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
a { color: var(--link); }
.verdict { font-weight: bold; }
.verdict.inSync { color: var(--good); } .verdict.drift { color: var(--bad); } .verdict.incomplete { color: var(--warn); }
form { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; padding: .75rem; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; }
label { display: grid; font-size: .85rem; color: var(--dim); flex: 1 1 9rem; }
input, select, button { font: inherit; color: inherit; background: var(--page); border: 1px solid var(--line); border-radius: .3rem; padding: .4rem .5rem; min-width: 0; width: 100%; }
button { width: auto; cursor: pointer; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.tree, .tree ul { list-style: none; padding-left: 1.2rem; margin: 0; } .tree { padding-left: 0; }
.count { color: var(--dim); }
.skip { position: absolute; left: -100vw; } .skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem; z-index: 1; }
.findings { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: minmax(0, 1fr); gap: .75rem; }
.finding { background: var(--card); border: 1px solid var(--line); border-left: .4rem solid var(--warn); border-radius: .5rem; padding: .75rem 1rem; }
.finding.counts { border-left-color: var(--bad); }
.type { font-size: .85rem; font-weight: bold; color: var(--warn); } .counts .type { color: var(--bad); }
.values { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .5rem; margin: .5rem 0; }
.values div { border: 1px solid var(--line); border-radius: .3rem; padding: .4rem .6rem; min-width: 0; }
dt { font-size: .85rem; color: var(--dim); } dd { margin: 0; overflow-wrap: anywhere; }
code { font: .9rem/1.4 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
mark { background: var(--mark); color: inherit; text-decoration: underline; }
.facts { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 .75rem; margin: .25rem 0 0; font-size: .9rem; }
table { border-collapse: collapse; display: block; max-width: 100%; overflow-x: auto; } th, td { text-align: left; padding: .25rem .75rem; border-bottom: 1px solid var(--line); } td.number { text-align: right; }
[hidden] { display: none !important; }
@media (max-width: 40rem) { .values, .facts { grid-template-columns: minmax(0, 1fr); } }
@media print { form, .skip, nav { display: none; } body { background: #fff; color: #000; } .finding { break-inside: avoid; } a::after { content: " (" attr(href) ")"; overflow-wrap: anywhere; } }
`;
