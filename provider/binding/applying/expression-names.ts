import { compile } from "./expression";

/** A part of JSONata's syntax tree. */
type Node = Readonly<Record<string, unknown>>;
type Chain = readonly string[];

/**
 * The members that an expression surely reads from its value, each from the outside in: `[["payload"], ["payload", "id"]]`.
 * Nothing is told of what it reads from variables, within functions, or from what it made itself.
 */
export function chainsRead(expression: string): readonly Chain[] {
  return readIn(compile(expression).ast(), []);
}

/** The members of the value that an expression surely makes, each from the outside in. */
export function chainsBuilt(expression: string): readonly Chain[] {
  return builtIn(compile(expression).ast(), []);
}

/** `at`: the value to which names belong there; undefined: nobody knows. */
function readIn(node: unknown, at: Chain | undefined): readonly Chain[] {
  if (at === undefined || !isNode(node)) {
    return [];
  }
  switch (node["type"]) {
    case "path":
      return readInPath(listOf(node["steps"]), at);
    case "unary":
      return node["value"] === "{"
        ? pairsOf(node).flatMap(([, value]) => readIn(value, at))
        : listOf(node["expressions"] ?? [node["expression"]]).flatMap((it) => readIn(it, at));
    case "binary":
      return [node["lhs"], node["rhs"]].flatMap((it) => readIn(it, at));
    case "condition":
      return [node["condition"], node["then"], node["else"]].flatMap((it) => readIn(it, at));
    case "function":
      return listOf(node["arguments"]).flatMap((it) => readIn(it, at));
    case "block":
      return listOf(node["expressions"]).flatMap((it) => readIn(it, at));
    case "bind":
      return readIn(node["rhs"], at);
    default:
      return [];
  }
}

function readInPath(steps: readonly unknown[], start: Chain): readonly Chain[] {
  const found: Chain[] = [];
  let at: Chain | undefined = start;
  for (const [index, step] of steps.entries()) {
    if (!isNode(step)) {
      return found;
    }
    if (step["type"] === "name" && at !== undefined) {
      at = [...at, String(step["value"])];
      found.push(at);
    } else if (step["type"] === "variable") {
      // `$` is the value there, and `$$` the whole one.
      at = step["value"] === "" ? at : step["value"] === "$" && index === 0 ? [] : undefined;
    } else {
      found.push(...readIn(step, at));
      at = undefined;
    }
    const inside = listOf(step["stages"]).concat(listOf(step["predicate"]));
    found.push(...inside.flatMap((it) => (isNode(it) ? readIn(it["expr"], at) : [])));
  }
  return found;
}

function builtIn(node: unknown, at: Chain): readonly Chain[] {
  if (!isNode(node)) {
    return [];
  }
  switch (node["type"]) {
    case "unary":
      return node["value"] === "{"
        ? pairsOf(node).flatMap(([key, value]) => {
            const name = isNode(key) && key["type"] === "string" ? [...at, String(key["value"])] : undefined;
            return name === undefined ? [] : [name, ...builtIn(value, name)];
          })
        : [];
    case "condition":
      return [node["then"], node["else"]].flatMap((it) => builtIn(it, at));
    case "block":
      return builtIn(listOf(node["expressions"]).at(-1), at);
    case "path": {
      const steps = listOf(node["steps"]);
      return steps.length === 1 ? builtIn(steps[0], at) : [];
    }
    case "function": {
      const name = isNode(node["procedure"]) ? pathName(node["procedure"]) : undefined;
      const [first] = listOf(node["arguments"]);
      const members = name === "merge" && isNode(first) && first["value"] === "[" ? listOf(first["expressions"]) : [];
      return members.flatMap((it) => builtIn(it, at));
    }
    default:
      return [];
  }
}

function pathName(procedure: Node): string | undefined {
  const [only] = procedure["type"] === "path" ? listOf(procedure["steps"]) : [procedure];
  return isNode(only) ? String(only["value"]) : undefined;
}

function pairsOf({ lhs }: Node): readonly (readonly [unknown, unknown])[] {
  return listOf(lhs) as readonly (readonly [unknown, unknown])[];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
