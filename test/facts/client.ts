import { parse } from "yaml";
import type { Emulator } from "../../emulator";
import { startForTest } from "../support/emulator";

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly type?: string;
  readonly schema?: { readonly $ref?: string };
}

export interface Declared {
  readonly path: string;
  readonly method: string;
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly security?: readonly unknown[];
  readonly responses: Readonly<
    Record<string, { readonly schema?: { readonly $ref?: string; readonly type?: string } }>
  >;
}

export interface SwaggerDocument {
  readonly swagger: string;
  readonly basePath: string;
  readonly info: { readonly title: string; readonly description: string };
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Omit<Declared, "path" | "method">>>>>;
  readonly definitions: Readonly<Record<string, { readonly properties: Readonly<Record<string, { type?: string }>> }>>;
  readonly securityDefinitions: Readonly<Record<string, unknown>>;
}

export interface Reply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Each emulator of a process serves the same documents, so that each is read once. */
const documents = new Map<string, SwaggerDocument>();

async function documentOf({ url }: Emulator, folder: string): Promise<SwaggerDocument> {
  const known = documents.get(folder);
  if (known !== undefined) {
    return known;
  }
  const response = await fetch(`${url}${folder}/swagger.yaml`);
  const document = parse(await response.text()) as SwaggerDocument;
  documents.set(folder, document);
  return document;
}

/** A client that knows of hale»connect what the public facts know, and finds the rest as a code generator does. */
export class FactClient {
  private constructor(
    readonly emulator: Emulator,
    readonly document: SwaggerDocument,
  ) {}

  static async start(folder: string): Promise<FactClient> {
    return FactClient.of(await startForTest(), folder);
  }

  /** The same server by the document of another of its services. */
  service(folder: string): Promise<FactClient> {
    return FactClient.of(this.emulator, folder);
  }

  private static async of(emulator: Emulator, folder: string): Promise<FactClient> {
    return new FactClient(emulator, await documentOf(emulator, folder));
  }

  get operations(): Declared[] {
    return Object.entries(this.document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, declared]) => ({ ...declared, path, method: method.toUpperCase() })),
    );
  }

  operation(id: string): Declared {
    const found = this.operations.find(({ operationId }) => operationId === id);
    if (found === undefined) {
      throw new Error(`The document has no operation ${id}`);
    }
    return found;
  }

  /** Calls an operation with its path parameters in order, and a body where it takes one. */
  async call(id: string, args: readonly string[], authorization?: string, body?: unknown): Promise<Reply> {
    return this.send(this.operation(id).method, this.#addressOf(id, args), body, authorization);
  }

  /** Sends a file as the part `file` of a form. */
  async upload(id: string, args: readonly string[], file: Buffer, name: string, authorization: string): Promise<Reply> {
    const body = new FormData();
    body.append("file", new Blob([file]), name);
    return this.#send(this.operation(id).method, this.#addressOf(id, args), { authorization }, body);
  }

  /** Sends a bare text. */
  say(path: string, body: string, authorization: string): Promise<Reply> {
    return this.#send("PUT", path, { authorization, "content-type": "text/plain; charset=utf-8" }, body);
  }

  /** What an operation gives as a file. */
  async bytes(id: string, args: readonly string[], authorization?: string): Promise<Buffer> {
    const headers = authorization === undefined ? {} : { authorization };
    const response = await fetch(`${this.emulator.url}${this.#addressOf(id, args)}`, { headers });
    return Buffer.from(await response.arrayBuffer());
  }

  /** The status of an operation that answers nothing else. */
  async status(id: string, args: readonly string[], authorization: string): Promise<number> {
    return (await fetch(`${this.emulator.url}${this.#addressOf(id, args)}`, { headers: { authorization } })).status;
  }

  #addressOf(id: string, args: readonly string[]): string {
    const rest = [...args];
    const path = this.operation(id).path.replace(/\{\w+\}/g, () => encodeURIComponent(rest.shift() ?? ""));
    return `${this.document.basePath}${path}`;
  }

  async send(method: string, path: string, body?: unknown, authorization?: string): Promise<Reply> {
    const headers = {
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(authorization === undefined ? {} : { authorization }),
    };
    return this.#send(method, path, headers, body === undefined ? undefined : JSON.stringify(body));
  }

  async #send(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body?: string | FormData,
  ): Promise<Reply> {
    const response = await fetch(`${this.emulator.url}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    });
    return { status: response.status, body: (await response.json()) as Reply["body"] };
  }

  /** `POST /accounts/v1/auth/login` (docs/platform.md#hosts-and-services, docs/platform.md#login-and-tokens). */
  login(username: string, password: string): Promise<Reply> {
    return this.send("POST", "/accounts/v1/auth/login", { username, password });
  }

  async token(): Promise<string> {
    const { body } = await this.login(this.emulator.username, this.emulator.password);
    return String(body["token"]);
  }
}
