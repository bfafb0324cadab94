/** Somebody who works on the tenant without Pulumi: plain requests, nothing of the provider. */
export class OutOfBand {
  readonly #url: string;
  readonly #token: Promise<string>;

  constructor(url: string, username: string, password: string) {
    this.#url = url;
    this.#token = this.#login(username, password);
  }

  async organisations(): Promise<Organisation[]> {
    return (await this.send("GET", "/accounts/v1/organisations?limit=500")) as Organisation[];
  }

  async organisation(name: string): Promise<Organisation> {
    const found = (await this.organisations()).find((organisation) => organisation.name === name);
    if (found === undefined) {
      throw new Error(`There is no organisation ${name}`);
    }
    return found;
  }

  /** Somebody else at the same platform. */
  as(username: string, password: string): OutOfBand {
    return new OutOfBand(this.#url, username, password);
  }

  async names(): Promise<string[]> {
    return (await this.organisations()).map(({ name }) => name).sort();
  }

  async send(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: { authorization: `Bearer ${await this.#token}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    }
    return response.json();
  }

  /** Puts a file into a bucket, `data/org.1.<id>` for instance, as a person does on its page. */
  async upload(bucket: string, name: string, content: string): Promise<void> {
    const form = new FormData();
    form.append("file", new Blob([content]), name);
    const response = await fetch(`${this.#url}${rawPath(bucket)}/${encodeURIComponent(name)}`, {
      method: "PUT",
      headers: { authorization: `Bearer ${await this.#token}` },
      body: form,
    });
    if (!response.ok) {
      throw new Error(`${bucket} ${name}: ${response.status} ${await response.text()}`);
    }
  }

  async download(bucket: string, name: string): Promise<string> {
    const response = await fetch(`${this.#url}${rawPath(bucket)}/${encodeURIComponent(name)}`, {
      headers: { authorization: `Bearer ${await this.#token}` },
    });
    return response.text();
  }

  /** All buckets of a store with their files, in the order of their names. */
  async buckets(store: string): Promise<StoredBucket[]> {
    const found = (await this.send("GET", `/store/${store}/overview?includeFiles=true&limit=500`)) as StoredBucket[];
    return found.sort((a, b) => (a.name ?? "").localeCompare(b.name ?? ""));
  }

  /** The names of what a store holds. */
  async contents(store: string): Promise<string[]> {
    return (await this.buckets(store)).map(({ name = "" }) => name);
  }

  /** The names of the files of the only bucket of that name. */
  async filesOf(store: string, name: string): Promise<string[]> {
    const [found, ...others] = (await this.buckets(store)).filter((it) => it.name === name);
    if (found === undefined || others.length > 0) {
      throw new Error(`There are ${others.length === 0 ? "no" : "several"} ${name}`);
    }
    return found.files.map((file) => file.name);
  }

  async #login(username: string, password: string): Promise<string> {
    const response = await fetch(`${this.#url}/accounts/v1/auth/login`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ username, password }),
    });
    return ((await response.json()) as { token: string }).token;
  }
}

function rawPath(bucket: string): string {
  const [store = "", combined = ""] = bucket.split("/");
  return `/store/${store}/raw/${combined.split(".").join("/")}`;
}

export interface StoredBucket {
  readonly name?: string;
  readonly combinedId: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly files: readonly { readonly name: string; readonly sha256: string; readonly stored: number }[];
  readonly sharedWith?: readonly { readonly organisation: string }[];
  readonly collaborators?: readonly { readonly user: string }[];
}

export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly parent?: string;
  readonly description?: string;
}
