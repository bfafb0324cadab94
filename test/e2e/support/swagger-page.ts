import type { Locator, Page } from "playwright-core";

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** The Swagger page in a browser, and what a person does there. */
export class SwaggerPage {
  constructor(readonly page: Page) {}

  async open(url: string): Promise<void> {
    await this.page.goto(`${url}/swagger/`);
  }

  /** From now on: what the browser loads over the network, and which errors it reports. */
  watch(): { readonly asked: readonly string[]; readonly complaints: readonly string[] } {
    const asked: string[] = [];
    const complaints: string[] = [];
    this.page.on("request", (request) => !/^(data|blob):/.test(request.url()) && asked.push(request.url()));
    this.page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    this.page.on("pageerror", (error) => complaints.push(error.message));
    return { asked, complaints };
  }

  /** Picks a document from the list, by its title. */
  async pick(title: string): Promise<void> {
    await this.page.getByLabel("Document").selectOption(title);
    await this.title(title).waitFor();
  }

  /** Types the address of a document, and presses Explore. */
  async explore(url: string): Promise<void> {
    await this.page.getByLabel("URL").fill(url);
    await this.page.getByRole("button", { name: "Explore" }).click();
  }

  async paste(token: string): Promise<void> {
    await this.page.getByLabel("api_key").fill(token);
  }

  title(title: string): Locator {
    return this.page.locator(".info .title", { hasText: title });
  }

  /** Opens an operation, presses "Try it out", fills in the body and the parameters, and presses "Execute". */
  async tryOut(operation: string, body?: object, parameters: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const block = this.#operation(operation);
    if (!(await block.getByRole("button", { name: "Execute" }).isVisible())) {
      await block.locator(".opblock-summary-control").click();
      await block.getByRole("button", { name: "Try it out" }).click();
    }
    if (body !== undefined) {
      await block.locator("textarea.body-param__text").fill(JSON.stringify(body));
    }
    for (const [name, value] of Object.entries(parameters)) {
      await block.locator(`tr[data-param-name="${name}"] input`).fill(value);
    }
    const clear = block.getByRole("button", { name: "Clear" });
    if (await clear.isVisible()) {
      await clear.click();
    }
    await block.getByRole("button", { name: "Execute" }).click();
    const answer = block.locator(".live-responses-table tbody");
    const status = await answer.locator(".response-col_status").first().innerText();
    const text = await answer.locator("pre").first().innerText();
    return { status: Number.parseInt(status, 10), body: JSON.parse(text) as unknown };
  }

  async scrollToAnswer(operation: string): Promise<void> {
    await this.#operation(operation)
      .locator(".live-responses-table")
      .evaluate((element) => (element as unknown as { scrollIntoView(): void }).scrollIntoView());
  }

  /** By the name that the page gives it: its tag and its id. */
  #operation(id: string): Locator {
    return this.page.locator(`.opblock[id$="-${id}"]`);
  }
}
