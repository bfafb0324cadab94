import fs from "node:fs";
import { z } from "zod";
import { problemsOf } from "../provider/binding/file/issues";
import { ParsedYaml } from "../provider/binding/file/parsed-yaml";
import { MOST_TOLD, problemsInWords } from "../provider/binding/file/wording";
import { conditions, resourceTypes, type Role, type Roles } from "../provider/contract";
import { ANONYMOUS } from "./access/grants";
import { StartFailure } from "./errors";

const rule = z.union(
  [z.boolean(), z.array(z.enum(conditions)), z.strictObject({ requires: z.string().min(1) })],
  `expected true, false, a list of the conditions ${conditions.join(", ")}, or {"requires": "<permission>"}`,
);
const resources = z.partialRecord(z.enum(resourceTypes), z.record(z.string().min(1), rule));

/** The form of roles.json (docs/platform.md#roles-and-permissions). The platform's own example writes `resource` once. */
const rolesType = z.record(
  z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,99}$/, "expected a role id: a letter, then letters, digits, - or _"),
  z.strictObject({
    extends: z.string().optional(),
    label: z.strictObject({ en: z.string(), de: z.string() }).partial().optional(),
    resources: resources.optional(),
    resource: resources.optional(),
    application: z.record(z.string().min(1), z.boolean()).optional(),
  }),
);
type RolesInFile = z.output<typeof rolesType>;

/** Reads a roles file, in JSON or YAML. All that is wrong with it is told at once, each with its line and column. */
export function readRolesFile(file: string): Roles {
  const yaml = new ParsedYaml(file, textOf(file));
  if (yaml.problems.length > 0) {
    throw broken(file, yaml.problems);
  }
  const read = rolesType.safeParse(yaml.value);
  const problems = read.success
    ? inconsistencies(read.data)
    : problemsOf(rolesType, yaml.value, read.error.issues, MOST_TOLD).map(({ path, subject, reason }) => ({
        path,
        message: `${subject} ${reason}`,
      }));
  if (!read.success || problems.length > 0) {
    throw broken(
      file,
      problems.map(({ path, message }) => `${yaml.placeOf(path)}: ${message}`),
    );
  }
  return Object.fromEntries(Object.entries(read.data).map(([id, role]) => [id, completed(id, role)]));
}

function completed(
  id: string,
  { extends: base, label = {}, resources: rules, resource, application }: RolesInFile[string],
): Role {
  return {
    ...(base === undefined ? {} : { extends: base }),
    label: { en: label.en ?? id, de: label.de ?? label.en ?? id },
    // A type that stands in both forms has the permissions of both.
    resources: Object.fromEntries(
      resourceTypes.flatMap((type) => {
        const permissions = { ...resource?.[type], ...rules?.[type] };
        return Object.keys(permissions).length === 0 ? [] : [[type, permissions]];
      }),
    ),
    application: application ?? {},
  };
}

interface Problem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function inconsistencies(roles: RolesInFile): readonly Problem[] {
  const ids = Object.keys(roles);
  const missing: Problem[] = Object.hasOwn(roles, ANONYMOUS)
    ? []
    : [{ path: [], message: `there is no role \`${ANONYMOUS}\`, which those have who are not logged in` }];
  const wrong = ids.flatMap((id): Problem[] => {
    const base = roles[id]?.extends;
    const path = [id, "extends"];
    if (id === ANONYMOUS && base !== undefined) {
      return [{ path, message: `\`${ANONYMOUS}\` extends no other role: all others extend it` }];
    }
    if (id !== ANONYMOUS && base === undefined) {
      return [{ path: [id], message: `\`${id}\` extends no role: expected \`extends\` with one of the file` }];
    }
    if (base !== undefined && !ids.includes(base)) {
      return [{ path, message: `there is no role \`${base}\` to extend: the file has ${ids.join(", ")}` }];
    }
    return isInCircle(roles, id) ? [{ path, message: `\`${id}\` extends itself, through \`${base ?? ""}\`` }] : [];
  });
  const alone = ids.length === 1 ? [{ path: [], message: "there is no role that a user can be given" }] : [];
  return [...missing, ...wrong, ...alone];
}

function isInCircle(roles: RolesInFile, id: string): boolean {
  const seen = new Set<string>();
  for (let at = roles[id]?.extends; at !== undefined && !seen.has(at); at = roles[at]?.extends) {
    seen.add(at);
  }
  return seen.has(id);
}

function textOf(file: string): string {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (error) {
    throw new StartFailure(
      {
        what: `The roles file ${file} cannot be read`,
        why: (error as Error).message,
        next: "Give a file that exists, in the form of the platform's roles.json.",
      },
      error,
    );
  }
}

function broken(file: string, problems: readonly string[]): StartFailure {
  return new StartFailure({
    what: `The roles file ${file} has ${problems.length === 1 ? "an error" : `${String(problems.length)} errors`}`,
    why: problemsInWords(problems),
    next: "Correct the lines that the message names. docs/platform.md#roles-and-permissions tells the form.",
  });
}
