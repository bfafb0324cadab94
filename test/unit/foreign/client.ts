import { type Foreign, startForeign } from "../../foreign";

export type Json = Record<string, unknown>;

export interface Reply {
  status: number;
  headers: Headers;
  /** An object for JSON, the bytes for a file, undefined for nothing. */
  body: unknown;
}

/** Somebody with a token, who talks to the foreign server with plain fetch. */
export class Client {
  constructor(
    private readonly url: string,
    private readonly token?: string,
  ) {}

  async call(method: string, path: string, body?: Json | FormData): Promise<Reply> {
    const headers: Record<string, string> = this.token === undefined ? {} : { Authorization: `Bearer ${this.token}` };
    const init: RequestInit = { method, headers };
    if (body instanceof FormData) {
      init.body = body;
    } else if (body !== undefined) {
      headers["Content-Type"] = "application/json";
      init.body = JSON.stringify(body);
    }
    const response = await fetch(`${this.url}${path}`, init);
    const bytes = Buffer.from(await response.arrayBuffer());
    const isJson = response.headers.get("content-type")?.startsWith("application/json") === true;
    const content = isJson ? (JSON.parse(bytes.toString()) as unknown) : bytes;
    return { status: response.status, headers: response.headers, body: bytes.length === 0 ? undefined : content };
  }

  /** The body of an answer that has to succeed. */
  async want(method: string, path: string, body?: Json | FormData): Promise<Json> {
    const reply = await this.call(method, path, body);
    if (reply.status >= 300) {
      throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
    }
    return (reply.body ?? {}) as Json;
  }

  static async login(url: string, login: string, secret: string): Promise<Client> {
    const session = await new Client(url).want("POST", "/identity/v2/sessions", { login, secret });
    return new Client(url, String(session["access_token"]));
  }
}

export const secretOfAll = "correct horse";

export const form = (name: string, content: string, part = "payload"): FormData => {
  const data = new FormData();
  data.append(part, new Blob([content]), name);
  return data;
};

/** A foreign server with its administrator, and quick ways to what a test needs. */
export class World {
  private count = 0;

  private constructor(
    readonly foreign: Foreign,
    readonly admin: Client,
  ) {}

  static async start(): Promise<World> {
    const foreign = await startForeign();
    return new World(foreign, await Client.login(foreign.url, foreign.username, foreign.password));
  }

  name(): string {
    return `thing-${++this.count}`;
  }

  /** The number of a new organization, at the top or below another one. */
  async organization(parent?: number): Promise<number> {
    const top = "/directory/v2/organizations";
    const path = parent === undefined ? top : `${top}/${parent}/children`;
    return Number((await this.admin.want("POST", path, { display_name: this.name() }))["organization_id"]);
  }

  accountDraft(organization_id: number, role_id: string): Json {
    const login = this.name();
    const person = { full_name: login, mail: `${login}@somewhere.example` };
    return { login, person, secret: secretOfAll, organization_id, role_id };
  }

  async account(organizationId: number, roleId = "viewer"): Promise<{ id: number; login: string }> {
    const account = await this.admin.want("POST", "/identity/v2/accounts", this.accountDraft(organizationId, roleId));
    return { id: Number(account["account_id"]), login: String(account["login"]) };
  }

  /** A new account of an organization, logged in. */
  async somebody(organizationId: number, roleId: string): Promise<Client & { id: number }> {
    const { id, login } = await this.account(organizationId, roleId);
    return Object.assign(await Client.login(this.foreign.url, login, secretOfAll), { id });
  }

  async bucket(id: number, kind = "organization"): Promise<string> {
    const draft = { title: this.name(), owner: { kind, id }, engine: "s3" };
    return String((await this.admin.want("POST", "/storage/v3/buckets", draft))["bucket_uuid"]);
  }

  close(): Promise<void> {
    return this.foreign.close();
  }
}
