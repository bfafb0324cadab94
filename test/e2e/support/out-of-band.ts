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

  async #login(username: string, password: string): Promise<string> {
    const response = await fetch(`${this.#url}/accounts/v1/auth/login`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ username, password }),
    });
    return ((await response.json()) as { token: string }).token;
  }
}

export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly parent?: string;
  readonly description?: string;
}
