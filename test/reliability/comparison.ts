import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import type { OutOfBand } from "../e2e/support/out-of-band";

export type Values = Readonly<Record<string, unknown>>;

/** An organisation in the form in which it is declared, files by their SHA-256. */
export interface Found {
  readonly id: string;
  readonly fields: Values;
}

/** What is not as declared, each in words. */
export interface Deviations {
  /** Declared, and not there. */
  readonly lost: readonly string[];
  /** There a second time, or not declared at all. */
  readonly doubled: readonly string[];
  /** A field that has another value than the declared one. */
  readonly different: readonly string[];
}

/** What is declared of the lifecycle itself never goes to the server. */
const policies = ["adopt", "onReplace", "onDestroy"];

const contact = ["street", "zip", "city", "state", "country", "email", "phone", "web"];

/** All organisations with all of their fields, by plain requests. */
export async function organisationsOn(server: OutOfBand): Promise<Found[]> {
  const settings = (await server.send("GET", "/resources/organisations?limit=500")) as Settings[];
  const byId = new Map(settings.map((it) => [it.organisation, it]));
  return ((await server.send("GET", "/accounts/v1/organisations?limit=500")) as Remote[]).map((remote) => ({
    id: remote.id,
    fields: fieldsOf(remote, byId.get(remote.id)),
  }));
}

/** Holds every declared field of every organisation against what the server has, and tells what is there besides. */
export function compare(declared: readonly Values[], found: readonly Found[]): Deviations {
  const pairs = declared.map(
    (values) => [values, found.find(({ fields }) => fields["name"] === values["name"])] as const,
  );
  const expected = pairs.map(([, it]) => it);
  return {
    lost: pairs.filter(([, it]) => it === undefined).map(([{ name }]) => String(name)),
    doubled: found.filter((it) => !expected.includes(it)).map(nameOf),
    different: pairs.flatMap(([values, it]) =>
      it === undefined ? [] : differences(values, it.fields).map((text) => `${nameOf(it)}: ${text}`),
    ),
  };
}

export function inWords({ lost, doubled, different }: Deviations): string {
  return Object.entries({ lost, doubled, different })
    .filter(([, texts]) => texts.length > 0)
    .map(([what, texts]) => `${what}: ${texts.join(", ")}`)
    .join("; ");
}

function nameOf({ id, fields }: Found): string {
  return `${String(fields["name"])} (${id})`;
}

interface Remote {
  readonly id: string;
  readonly [field: string]: unknown;
}

interface Settings {
  readonly organisation: string;
  readonly capacity: { readonly points?: number };
  readonly mapConfiguration: Values;
  readonly geometry?: { readonly name: string; readonly sha256: string };
  readonly eventsSubscribed: boolean;
  readonly metadataDownloadLink: boolean;
  readonly featureToggles: Values;
}

function fieldsOf(remote: Remote, settings: Settings | undefined): Values {
  const { id, name, parent, legalName, description, customFields, logo } = remote;
  return {
    id,
    name,
    parent,
    legalName,
    description,
    contact: Object.fromEntries(contact.map((field) => [field, remote[field]])),
    customFields: customFields ?? {},
    logo: logo === undefined ? undefined : { sha256: (logo as { sha256: string }).sha256 },
    mapConfiguration: settings?.mapConfiguration,
    geometry: settings?.geometry && { name: settings.geometry.name, sha256: settings.geometry.sha256 },
    capacityPoints: settings?.capacity.points,
    settings: settings && {
      eventsSubscribed: settings.eventsSubscribed,
      metadataDownloadLink: settings.metadataDownloadLink,
      featureToggles: settings.featureToggles,
    },
  };
}

/** Who declares no parent declares that there is none. */
function differences(declared: Values, actual: Values): string[] {
  return Object.entries({ parent: undefined, ...declared })
    .filter(([field]) => !policies.includes(field))
    .flatMap(([field, value]) => {
      assert.ok(field in actual, `The comparison does not know where the server keeps ${field}`);
      return differencesOf(field, asKept(value), actual[field]);
    });
}

/** A member that is not declared is left alone, except that the custom fields are one whole. */
function differencesOf(path: string, declared: unknown, actual: unknown): string[] {
  if (isObject(declared)) {
    const members = isObject(actual) ? actual : {};
    const keys = new Set([...Object.keys(declared), ...(path === "customFields" ? Object.keys(members) : [])]);
    return [...keys].flatMap((key) => differencesOf(`${path}.${key}`, declared[key], members[key]));
  }
  const [wanted, there] = [JSON.stringify(orAbsent(declared)), JSON.stringify(orAbsent(actual))];
  return wanted === there ? [] : [`${path} is ${there}, not ${wanted}`];
}

/** A file is known by its checksum. */
function asKept(value: unknown): unknown {
  if (!isObject(value)) {
    return value;
  }
  const { base64, content, ...rest } = value;
  const bytes =
    typeof base64 === "string"
      ? Buffer.from(base64, "base64")
      : typeof content === "string"
        ? Buffer.from(content)
        : undefined;
  return bytes === undefined ? value : { ...rest, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** An empty text and an empty list clear a field. */
function orAbsent(value: unknown): unknown {
  return value === "" || (Array.isArray(value) && value.length === 0) ? undefined : value;
}

function isObject(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
