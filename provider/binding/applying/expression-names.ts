import { compile } from "./expression";

/** A part of JSONata's syntax tree. */
type Node = Readonly<Record<string, unknown>>;

/**
 * The names that an expression reads from its value, each chain of members from the outside in: `[["payload", "items"]]`.
 * Not what it reads from `$asked` and other variables, nor what it built itself.
 */
export function namesRead(expression: string): readonly (readonly string[])[] {
  const tree = compile(expression).ast();
  const built = new Set(namesBuilt(expression).flat());
  return nodesIn(tree)
    .filter(({ type }) => type === "path")
    .map(({ steps }) => chainOf(steps as readonly Node[]).filter((name) => !built.has(name)))
    .filter((chain) => chain.length > 0);
}

/** The names of the members that an expression builds. */
export function namesBuilt(expression: string): readonly (readonly string[])[] {
  return nodesIn(compile(expression).ast())
    .filter(({ type, value }) => type === "unary" && value === "{")
    .flatMap(({ lhs }) => (lhs as readonly (readonly [Node, Node])[]).map(([key]) => key))
    .flatMap(({ type, value }) => (type === "string" ? [[String(value)]] : []));
}

/** `$` and `$$` are the value; another variable is none of it. */
function chainOf(steps: readonly Node[]): readonly string[] {
  const [first] = steps;
  const isOfValue = first?.["type"] !== "variable" || first["value"] === "" || first["value"] === "$";
  return isOfValue ? steps.flatMap(({ type, value }) => (type === "name" ? [String(value)] : [])) : [];
}

function nodesIn(value: unknown): readonly Node[] {
  if (typeof value !== "object" || value === null) {
    return [];
  }
  const within = Object.values(value).flatMap(nodesIn);
  return Array.isArray(value) ? within : [value as Node, ...within];
}
