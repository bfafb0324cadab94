import type { Emulator, EmulatorOptions } from "../../../../emulator";
import { startForTest } from "../../../support/emulator";

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Somebody who calls the emulator, logged in or not. */
export class Visitor {
  constructor(
    readonly url: string,
    readonly token?: string,
  ) {}

  async send(method: string, path: string, body?: unknown): Promise<Reply> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...this.#authorization,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.startsWith("application/json") === true;
    return { status: response.status, headers: response.headers, body: isJson ? (JSON.parse(text) as unknown) : text };
  }

  /** Sends a file as the part `file` of a form. */
  async upload(
    path: string,
    content: string | Uint8Array,
    name = "file",
    type = "text/plain",
    method: "PUT" | "POST" = "PUT",
  ): Promise<Reply> {
    const form = new FormData();
    form.append("file", new Blob([content], { type }), name);
    const response = await fetch(`${this.url}${path}`, { method, headers: this.#authorization, body: form });
    return { status: response.status, headers: response.headers, body: await response.json() };
  }

  /** Sends a bare text. */
  async say(path: string, content: string): Promise<Reply> {
    const headers = { ...this.#authorization, "content-type": "text/plain; charset=utf-8" };
    const response = await fetch(`${this.url}${path}`, { method: "PUT", headers, body: content });
    return { status: response.status, headers: response.headers, body: await response.json() };
  }

  /** Adds a file to a bucket. */
  add = (path: string, content: string | Uint8Array, name: string, type?: string) =>
    this.upload(path, content, name, type, "POST");

  async download(path: string): Promise<Reply & { readonly bytes: Buffer }> {
    const response = await fetch(`${this.url}${path}`, { headers: this.#authorization });
    const bytes = Buffer.from(await response.arrayBuffer());
    return { status: response.status, headers: response.headers, body: bytes.toString("utf8"), bytes };
  }

  get #authorization(): Record<string, string> {
    return this.token === undefined ? {} : { authorization: `Bearer ${this.token}` };
  }

  get = (path: string) => this.send("GET", path);
  post = (path: string, body: unknown) => this.send("POST", path, body);
  put = (path: string, body: unknown) => this.send("PUT", path, body);
  delete = (path: string) => this.send("DELETE", path);

  async as(username: string, password: string): Promise<Visitor> {
    const { status, body } = await this.post("/accounts/v1/auth/login", { username, password });
    if (status !== 200) {
      throw new Error(`${username} cannot log in: ${JSON.stringify(body)}`);
    }
    return new Visitor(this.url, (body as { token: string }).token);
  }
}

/** A running emulator with its administrator at hand. */
export interface Platform {
  readonly emulator: Emulator;
  readonly anonymous: Visitor;
  readonly admin: Visitor;
}

export async function startPlatform(options: EmulatorOptions = {}): Promise<Platform> {
  const emulator = await startForTest(options);
  const anonymous = new Visitor(emulator.url);
  return { emulator, anonymous, admin: await anonymous.as(emulator.username, emulator.password) };
}

/** The names of the fields that a refusal calls invalid. */
export function invalidFields({ status, body }: Reply): string[] {
  expect(status).toBe(422);
  return (body as { fields: { field: string }[] }).fields.map(({ field }) => field);
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly key?: string;
}

/** What the platform has mailed since it started. */
export async function mailsOf({ anonymous }: Platform): Promise<Mail[]> {
  return ((await anonymous.get("/_emulator/mails")).body as { mails: Mail[] }).mails;
}

/** The key of the newest link that was mailed to an address. */
export async function keyMailedTo(platform: Platform, address: string): Promise<string> {
  const mail = (await mailsOf(platform)).filter(({ to, key }) => to === address && key !== undefined).at(-1);
  return mail?.key ?? "no key was mailed";
}

/** The password of those who are made here. */
export const strong = "Sunshine-42";

/** Creates an organisation and returns its id. */
export async function organisation(by: Visitor, name: string, parent?: string): Promise<string> {
  const path = parent === undefined ? "/organisations" : `/organisations/${parent}/suborganisations`;
  const { status, body } = await by.post(`/accounts/v1${path}`, { name });
  if (status !== 201) {
    throw new Error(JSON.stringify(body));
  }
  return (body as { id: string }).id;
}

/** Creates a user with a role in an organisation, and logs in. */
export async function user(by: Visitor, username: string, inOrganisation: string, role: string): Promise<Visitor> {
  const form = { username, fullName: `Name of ${username}`, email: `${username}@users.example`, role };
  const { status, body } = await by.post("/accounts/v1/users", {
    ...form,
    organisation: inOrganisation,
    password: strong,
  });
  if (status !== 201) {
    throw new Error(JSON.stringify(body));
  }
  return by.as(username, strong);
}
