import { entriesOf, isJson, OWN, type Json } from "./json";
import type { Naming, Style } from "./naming";
import type { Random } from "./random";

export interface ModelHabits {
  readonly style: Style;
  readonly hasNumbersForIds: boolean;
  readonly hasDates: boolean;
  /** The object in which an address stands; undefined: its fields stand beside the others. */
  readonly address: string | undefined;
}

/** Fields of an address, which many APIs keep in an object of its own. */
const ofAddress = new Set(["street", "zip", "city", "state", "country"]);

/** Fields that other platforms have and the provider does not know. */
const foreign: readonly [string, Json][] = [
  ["short_name", { type: "string" }],
  ["parent_name", { type: "string" }],
  ["email_verified", { type: "boolean" }],
  ["created_by_name", { type: "string" }],
  ["role_description", { type: "string" }],
  ["backup_email", { type: "string", format: "email" }],
  ["number_of_files", { type: "integer" }],
  ["owner_name", { type: "string" }],
  ["status_changed_on", { type: "string", format: "date-time" }],
];

/** Renames the models of a document, field by field. */
export class ModelRenaming {
  constructor(
    private readonly random: Random,
    private readonly naming: Naming,
    private readonly habits: ModelHabits,
  ) {}

  schema(given: unknown): unknown {
    if (!isJson(given)) {
      return given;
    }
    const { properties, required, items, ...rest } = given;
    return {
      ...rest,
      ...(items === undefined ? {} : { items: this.schema(items) }),
      ...(isJson(properties) ? this.members(properties, new Set(Array.isArray(required) ? required : [])) : {}),
    };
  }

  /** A value that is called by this name, in the type that this platform has for it. */
  value(name: string, given: Json): Json {
    if (
      this.habits.hasNumbersForIds &&
      given["type"] === "string" &&
      /^(id|.*Id|parent|user|organisation)$/.test(name)
    ) {
      const { pattern: _pattern, minLength: _min, maxLength: _max, ...rest } = given;
      return { ...rest, type: "integer", format: "int64" };
    }
    if (
      this.habits.hasDates &&
      given["format"] === "int64" &&
      /^(created|granted|stored|lastModified|shared|valid.*|reminder)$/.test(name)
    ) {
      return { ...given, type: "string", format: "date-time" };
    }
    return given;
  }

  private members(properties: Json, required: ReadonlySet<unknown>): Json {
    const kept = entriesOf(properties).filter(([name]) => required.has(name) || !this.random.chance(0.06));
    const renamed = kept.map(([name, given]) => ({
      own: name,
      name: this.naming.rename(name, this.habits.style),
      schema: { ...(this.schema(this.value(name, given)) as Json), [OWN]: name },
    }));
    const { address } = this.habits;
    const inside = address === undefined ? [] : renamed.filter(({ own }) => ofAddress.has(own));
    const isNested = inside.length >= 3;
    const outside = isNested ? renamed.filter((it) => !inside.includes(it)) : renamed;
    const added = foreign.filter(() => this.random.chance(0.08));
    const members = Object.fromEntries([
      ...outside.map(({ name, schema }) => [name, schema] as const),
      ...(isNested
        ? [
            [
              address ?? "",
              { type: "object", properties: Object.fromEntries(inside.map((it) => [it.name, it.schema])), [OWN]: null },
            ] as const,
          ]
        : []),
      ...added.filter(([name]) => !outside.some((it) => it.name === name)),
    ]);
    const needed = outside.filter(({ own }) => required.has(own)).map(({ name }) => name);
    return { properties: members, ...(needed.length === 0 ? {} : { required: needed }) };
  }
}
