import type { Values } from "../../kinds";

/** What read() and delete() have to know. They see only the outputs, so the outputs carry it. */
export interface Memory {
  /** Paths of the values that were declared. */
  readonly declared: readonly string[];
  /** The object existed before and was taken over. */
  readonly adopted?: true;
  /** The object is not yet in its declared form. */
  readonly partial?: true;
  /** Address of the server that has the object. */
  readonly home?: string;
  /** User name of the account that saw the object last. */
  readonly account?: string;
  /** Which creation brought the object into the state. */
  readonly birth?: string;
  /** Places at which the object may be because of an interrupted move. */
  readonly places?: readonly string[];
  /** For an object that exists with its owner: its values at each declared path before it was attached. */
  readonly former?: Values;
  /** For a whole list: for each field the keys of the members that it has named up to the last write. */
  readonly named?: Readonly<Record<string, readonly string[]>>;
}

/**
 * Writes one line for each member. Each resource has this text, so its names are short, and it is no JSON, which within
 * JSON would be mostly quotes.
 */
export function writeMemory({ declared, home, account, birth, former, named, places, ...flags }: Memory): string {
  const lines = {
    declared: writeList(declared),
    places: places === undefined ? undefined : writeList(places),
    home,
    by: account,
    birth,
    ...Object.fromEntries(Object.keys(flags).map((name) => [name, ""])),
    former: former === undefined ? undefined : JSON.stringify(former),
    named: named === undefined ? undefined : JSON.stringify(named),
  };
  return Object.entries(lines)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${value ?? ""}`)
    .join("\n");
}

export function readMemory(text: string): Memory {
  const lines = new Map(
    text.split("\n").map((line) => [line.split("=", 1)[0] ?? "", line.slice(line.indexOf("=") + 1)]),
  );
  const [home, account, birth, former, named, places] = ["home", "by", "birth", "former", "named", "places"].map(
    (name) => lines.get(name),
  );
  return {
    declared: readList(lines.get("declared") ?? ""),
    ...(home === undefined ? {} : { home }),
    ...(account === undefined ? {} : { account }),
    ...(birth === undefined ? {} : { birth }),
    ...(lines.has("adopted") ? { adopted: true } : {}),
    ...(lines.has("partial") ? { partial: true } : {}),
    ...(places === undefined ? {} : { places: readList(places) }),
    ...(former === undefined ? {} : { former: JSON.parse(former) as Values }),
    ...(named === undefined ? {} : { named: JSON.parse(named) as Record<string, string[]> }),
  };
}

function writeList(list: readonly string[]): string {
  return list.map(escape).join(",");
}

function readList(text: string): string[] {
  if (!text.includes("\\")) {
    return text.split(",").filter((member) => member !== "");
  }
  return [...text.matchAll(/(?:\\.|[^\\,])+/g)].map(([member]) => unescape(member));
}

/** Escapes commas and newlines. A path doubles its own backslashes, so reading can tell them apart. */
function escape(path: string): string {
  return path.replaceAll(",", "\\,").replaceAll("\n", "\\n");
}

function unescape(path: string): string {
  return path.replace(/\\(.)/g, (pair, sign) => (sign === "," ? "," : sign === "n" ? "\n" : pair));
}
