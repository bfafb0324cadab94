/** The organisations as lines of a tree, each with what is known of it. */
export function treeOf(organisations) {
  const known = new Set(organisations.map(({ id }) => id));
  const roots = organisations.filter(({ parent }) => parent === undefined || !known.has(parent));
  return roots.flatMap((organisation) => [describe(organisation), ...below(organisation, organisations, "")]);
}

function below({ id }, organisations, indent) {
  const children = organisations.filter(({ parent }) => parent === id).sort((a, b) => a.name.localeCompare(b.name));
  return children.flatMap((child, index) => {
    const isLast = index === children.length - 1;
    const line = `${indent}${isLast ? "└─ " : "├─ "}${describe(child)}`;
    return [line, ...below(child, organisations, `${indent}${isLast ? "   " : "│  "}`)];
  });
}

function describe({ id, name, description }) {
  return `${name} (${id})${description ? `: ${description}` : ""}`;
}
