import fs from "node:fs";
import { HaleconnectError, fileTroubleInWords } from "../../../errors";
import { kinds, type Kind } from "../../../kinds";
import { kindNamed, namesIn } from "../../kind-names";

/** A kind that is needed, with its declared fields if they are known. */
export interface Need {
  readonly kind: Kind;
  readonly fields?: readonly string[];
}

/** All kinds, or those that a person names: `Organisation,User`. */
export function needsByName(names: string | undefined): readonly Need[] {
  if (names === undefined) {
    return kinds.map((kind) => ({ kind }));
  }
  return namesIn(names, "--kinds").map((name) => ({ kind: knownKind(name) }));
}

function knownKind(name: string): Kind {
  const found = kindNamed(name);
  if (found === undefined) {
    throw new HaleconnectError("HC1007", {
      what: `There is no kind ${name}`,
      where: "--kinds",
      why: `The kinds are ${kinds.map((kind) => kind.name).join(", ")}.`,
      remedy: "Name one or more of them, with commas in between.",
    });
  }
  return found;
}

interface Export {
  readonly deployment?: {
    readonly resources?: readonly { readonly type?: string; readonly inputs?: Readonly<Record<string, unknown>> }[];
  };
}

/** The kinds and fields of the resources in a stack, from the output of `pulumi stack export`. */
export function needsOfStack(file: string): readonly Need[] {
  const exported = readExport(file);
  return kinds.flatMap((kind) => {
    const own = (exported.deployment?.resources ?? []).filter(({ type }) => type?.endsWith(`haleconnect:${kind.name}`));
    const fields = [...new Set(own.flatMap(({ inputs = {} }) => pathsIn(inputs)))].filter((it) =>
      Object.hasOwn(kind.inputs, it.replace(/\..*$/s, "")),
    );
    return own.length === 0 ? [] : [{ kind, fields }];
  });
}

/** `contact.email` for a member of an object, the name for any other field. */
function pathsIn(inputs: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(inputs).flatMap(([name, value]) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.keys(value).map((member) => `${name}.${member}`)
      : [name],
  );
}

function readExport(file: string): Export {
  const name = file === "-" ? "standard input" : file;
  let why = "It is no output of `pulumi stack export`.";
  try {
    const parsed = JSON.parse(fs.readFileSync(file === "-" ? 0 : file, "utf8")) as Export | null;
    if (Array.isArray(parsed?.deployment?.resources)) {
      return parsed;
    }
  } catch (error) {
    why = error instanceof SyntaxError ? "It is no JSON." : `It cannot be read: ${fileTroubleInWords(error)}.`;
  }
  throw new HaleconnectError("HC1007", {
    what: `The provider cannot read the stack from ${name}`,
    where: "--state",
    why,
    remedy: "Write it with `pulumi stack export --file stack.json`.",
  });
}
