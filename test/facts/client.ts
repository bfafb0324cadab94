import { parse } from "yaml";
import { startEmulator, type Emulator } from "../../emulator";

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

/** A client that knows of hale»connect what the public facts know, and finds the rest as a code generator does. */
export class FactClient {
  private constructor(
    readonly emulator: Emulator,
    readonly document: SwaggerDocument,
  ) {}

  static async start(folder: string): Promise<FactClient> {
    return FactClient.of(await startEmulator(), folder);
  }

  /** The same server by the document of another of its services. */
  service(folder: string): Promise<FactClient> {
    return FactClient.of(this.emulator, folder);
  }

  private static async of(emulator: Emulator, folder: string): Promise<FactClient> {
    const response = await fetch(`${emulator.url}${folder}/swagger.yaml`);
    return new FactClient(emulator, parse(await response.text()) as SwaggerDocument);
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
    const { path, method } = this.operation(id);
    const rest = [...args];
    const address = path.replace(/\{\w+\}/g, () => encodeURIComponent(rest.shift() ?? ""));
    return this.send(method, `${this.document.basePath}${address}`, body, authorization);
  }

  async send(method: string, path: string, body?: unknown, authorization?: string): Promise<Reply> {
    const response = await fetch(`${this.emulator.url}${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(authorization === undefined ? {} : { authorization }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Reply["body"] };
  }

  /** `POST /accounts/v1/auth/login` (facts 1.1, 1.2). */
  login(username: string, password: string): Promise<Reply> {
    return this.send("POST", "/accounts/v1/auth/login", { username, password });
  }

  async token(): Promise<string> {
    const { body } = await this.login(this.emulator.username, this.emulator.password);
    return String(body["token"]);
  }
}
