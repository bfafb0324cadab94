import { services, type Service } from "../../provider/contract";
import { printSwagger } from "../../provider/contract/swagger";
import { entriesOf, isJson, OWN, type Json } from "./json";
import { ModelRenaming } from "./models";
import { Naming, type Style } from "./naming";
import { Random } from "./random";

/** The documents of a platform that was made up, and where each operation of the provider went. */
export interface MadeUp {
  readonly documents: readonly { readonly name: string; readonly content: Json }[];
  /** By the key of the provider's operation: method and path there. An operation that is not here was dropped. */
  readonly places: ReadonlyMap<string, string>;
}

/** Makes up a platform that does the same as the provider's contract says, in its own words. */
export function renamed(seed: number): MadeUp {
  return new Renaming(new Random(seed)).run();
}

class Renaming {
  private readonly naming: Naming;
  private readonly paths: Style;
  private readonly ids: Style | "none";
  private readonly fields: Style;
  private readonly models: ModelRenaming;
  private readonly isPatching: boolean;
  private readonly envelope: string | undefined;
  private readonly prefix: string;
  private readonly version: string;
  private readonly hasSummaries: boolean;
  private readonly shareDropped: number;
  private readonly places = new Map<string, string>();
  private readonly used = new Set<string>();

  constructor(private readonly random: Random) {
    this.naming = new Naming(random, random.pick([0.15, 0.35, 0.6]));
    this.paths = random.pick(["camel", "kebab", "snake"]);
    this.ids = random.pick(["camel", "camel", "snake", "none"]);
    this.fields = random.pick(["camel", "snake", "snake", "kebab"]);
    this.isPatching = random.chance(0.4);
    this.envelope = random.chance(0.5) ? random.pick(["items", "content", "results"]) : undefined;
    this.prefix = random.pick(["", "/api", "/platform"]);
    this.version = random.pick(["", "/v1", "/v3"]);
    this.hasSummaries = random.chance(0.6);
    this.shareDropped = random.pick([0.03, 0.1, 0.2]);
    this.models = new ModelRenaming(random, this.naming, {
      style: this.fields,
      hasNumbersForIds: random.chance(0.4),
      hasDates: random.chance(0.5),
      address: random.chance(0.4) ? random.pick(["address", "contact"]) : undefined,
    });
  }

  run(): MadeUp {
    return { documents: services.map((service) => this.document(service)), places: this.places };
  }

  private document(service: Service) {
    const { paths, definitions, basePath: _basePath, info: _info, ...rest } = printSwagger(service);
    const name = service.name
      .split("/")
      .map((step) => this.naming.rename(step, "kebab"))
      .join("/");
    const basePath = `${this.prefix}/${name}${this.version}`;
    const made: Record<string, Json> = {};
    for (const [path, methods] of entriesOf(paths)) {
      for (const [method, operation] of entriesOf(methods)) {
        if (!this.random.chance(this.shareDropped)) {
          this.operation(service, basePath, made, { path, method, operation });
        }
      }
    }
    const models = Object.fromEntries(
      entriesOf(definitions).map(([model, schema]) => [model, this.models.schema(schema)]),
    );
    return { name, content: { ...rest, basePath, paths: made, definitions: models } };
  }

  private operation(
    service: Service,
    basePath: string,
    made: Record<string, Json>,
    { path, method, operation }: { readonly path: string; readonly method: string; readonly operation: Json },
  ): void {
    const own = service.operations.find((it) => it.id === operation["operationId"]);
    const there = method === "put" && this.isPatching && operation["parameters"] !== undefined ? "patch" : method;
    const moved = this.moved(path, operation);
    if (own === undefined || made[moved.path]?.[there] !== undefined) {
      return;
    }
    const id = this.idOf(own.id);
    made[moved.path] = {
      ...made[moved.path],
      [there]: { ...moved.operation, ...id, responses: this.responses(operation) },
    };
    this.places.set(own.key, `${there.toUpperCase()} ${basePath}${moved.path}`);
    this.addStranger(made, moved.path, own.id, operation);
  }

  private idOf(own: string): { readonly operationId: string | undefined } {
    if (this.ids === "none") {
      return { operationId: undefined };
    }
    const id = this.random.chance(0.2) ? own : this.naming.rename(own, this.ids);
    const isUsed = this.used.has(id);
    this.used.add(id);
    return { operationId: isUsed ? undefined : id };
  }

  /** Another path, and sometimes a parameter in another place. */
  private moved(path: string, operation: Json): { readonly path: string; readonly operation: Json } {
    const names = new Map<string, string>();
    const given = Array.isArray(operation["parameters"]) ? (operation["parameters"] as Json[]) : [];
    const intoQuery = this.random.chance(0.04) ? /\/\{(\w+)\}$/.exec(path)?.[1] : undefined;
    const steps = path.split("/").filter((step) => step !== "");
    const renamed = steps
      .filter((step) => step !== `{${intoQuery ?? ""}}`)
      .map((step) => {
        const name = /^\{(\w+)\}$/.exec(step)?.[1];
        if (name === undefined) {
          return this.naming.rename(step, this.paths);
        }
        names.set(name, this.naming.rename(name, this.fields));
        return `{${names.get(name) ?? ""}}`;
      });
    const parameters = given.map((one) => {
      const own = String(one["name"]);
      if (one["in"] === "body") {
        return { ...one, schema: this.models.schema(one["schema"]) };
      }
      const isPage = own === "offset" || own === "limit";
      const name = one["in"] === "formData" || isPage ? own : (names.get(own) ?? this.naming.rename(own, this.fields));
      return { ...this.models.value(own, one), name, [OWN]: own, ...(own === intoQuery ? { in: "query" } : {}) };
    });
    const texts = {
      tags: textsIn(operation["tags"]).map((tag) => this.naming.rename(tag, "kebab")),
      summary: this.hasSummaries ? this.naming.rename(String(operation["summary"]), "kebab").replaceAll("-", " ") : "",
      description: "",
    };
    return { path: `/${renamed.join("/")}`, operation: { ...operation, ...texts, parameters } };
  }

  /** The same answers, and lists perhaps within an object. */
  private responses(operation: Json): Json {
    return Object.fromEntries(
      entriesOf(operation["responses"]).map(([status, response]) => {
        const schema = this.models.schema(response["schema"]);
        const isWrapped =
          this.envelope !== undefined && isJson(schema) && schema["type"] === "array" && isOfObjects(schema);
        const wrapped = {
          type: "object",
          properties: { [this.envelope ?? ""]: schema, total: { type: "integer" } },
        };
        return [status, schema === undefined ? response : { ...response, schema: isWrapped ? wrapped : schema }];
      }),
    );
  }

  /** An operation that the provider does not know, beside one that it knows. */
  private addStranger(made: Record<string, Json>, path: string, id: string, operation: Json): void {
    if (!this.random.chance(0.08)) {
      return;
    }
    const [step, word] = this.random.pick([
      ["history", "HistoryOf"],
      ["archive", "Archived"],
      ["drafts", "DraftOf"],
    ] as const);
    const at = `${path}/${step}`;
    const parameters = (Array.isArray(operation["parameters"]) ? (operation["parameters"] as Json[]) : []).filter(
      (one) => one["in"] === "path",
    );
    const names = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => ({
      name,
      in: "path",
      type: "string",
      required: true,
    }));
    const responses = this.responses(operation);
    made[at] ??= {
      get: {
        operationId: `get${word}${id}`,
        tags: operation["tags"],
        parameters: parameters.length === 0 ? [] : names,
        responses,
      },
    };
  }
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

function isOfObjects(schema: Json): boolean {
  const { items } = schema;
  return isJson(items) && (items["$ref"] !== undefined || isJson(items["properties"]));
}
