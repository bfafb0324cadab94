import type { Report } from "../../model";
import { xmlText as text } from "../xml";

type Organisation = NonNullable<Report["organisations"]>[number];

/** The organisations that have findings, as a tree, with the number of findings in each and below it. */
export function treeOf({ organisations = [], findings }: Report): string {
  if (organisations.length === 0) {
    return "";
  }
  const known = new Set(organisations.map(({ id }) => id));
  const roots = organisations.filter(({ parent }) => parent === undefined || !known.has(parent));
  const own = new Map<string, number>();
  findings.forEach(({ organisation }) => {
    const id = organisation?.id ?? "";
    own.set(id, (own.get(id) ?? 0) + 1);
  });
  const branch = ({ id, name }: Organisation, above: ReadonlySet<string>): { html: string; count: number } => {
    const path = new Set([...above, id]);
    const below = organisations.filter((it) => it.parent === id && !path.has(it.id)).map((it) => branch(it, path));
    const mine = own.get(id) ?? 0;
    const count = below.reduce((sum, it) => sum + it.count, mine);
    const words = text(name === undefined ? `Organisation ${id}` : `${name} (${id})`);
    const label = mine === 0 ? words : `<a href="#findings" data-choose="${text(id)}">${words}</a>`;
    const inner = below.length === 0 ? "" : `<ul>${below.map(({ html }) => html).join("")}</ul>`;
    return { html: `<li>${label} <span class="count">${count}</span>${inner}</li>`, count };
  };
  const lists = roots.map((root) => branch(root, new Set()).html).join("");
  return `<nav aria-labelledby="tree"><h2 id="tree">Organisations</h2><ul class="tree">${lists}</ul></nav>`;
}
