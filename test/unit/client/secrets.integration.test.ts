import fs from "node:fs";
import path from "node:path";
import { inspect } from "node:util";
import { accounts } from "../../../provider/contract";
import { Secret } from "../../../provider/client/secret";
import {
  clientFor,
  closeAll,
  failureOf,
  json,
  LOGIN,
  reset,
  serve,
  temporaryFolder,
  type Handler,
} from "./scripted-server";

afterEach(closeAll);

const password = "canary-pass word/+ä";
const token = "canary-token.with+signs";

const forms = (secret: string): string[] => [
  secret,
  encodeURIComponent(secret),
  Buffer.from(secret).toString("base64").slice(4, -4),
  Buffer.from(`alice:${secret}`).toString("base64").slice(12, -4),
];

const expectSilence = (...shown: unknown[]): void => {
  const text = shown
    .map((one) => (typeof one === "string" ? one : inspect(one, { depth: 12, showHidden: true })))
    .join("\n");
  expect([...forms(password), ...forms(token)].filter((form) => text.includes(form))).toEqual([]);
};

/** The worst of servers: it repeats what it was sent, in several spellings. */
const echo =
  (status: number): Handler =>
  (seen, response) => {
    const sent = `${seen.headers.authorization ?? ""} ${seen.body} ${seen.path}`;
    const message = [sent, encodeURIComponent(password), Buffer.from(`alice:${password}`).toString("base64")].join(
      " | ",
    );
    json(response, status, { code: status, message, error: true, fields: [{ field: sent, message }] });
  };

const client = (url: string, summary: string) =>
  clientFor(url, {
    credentials: { kind: "login", username: "alice", password: new Secret(password) },
    allowDesigned: true,
    summary,
  });

describe("secrets stay hidden", () => {
  it.each([400, 401, 403, 404, 422, 429, 500])("in the error of a call with status %d", async (status) => {
    const summary = path.join(temporaryFolder(), "summary.json");
    const server = await serve((...all) =>
      all[0].path === LOGIN ? json(all[1], 200, { token }) : echo(status)(...all),
    );
    const made = client(server.url, summary);
    const args = { path: { orgId: "7" }, body: { name: password } };
    const error = await failureOf(made.call(accounts.createSuborganisation, args));
    made.close();
    expectSilence(
      error,
      error.message,
      error.stack ?? "",
      JSON.stringify(error),
      made,
      fs.readFileSync(summary, "utf8"),
    );
  });

  it.each([
    ["in a text, where the error cuts it", `${"x".repeat(195)}${password}`],
    ["in a page, where the error cuts it", `<p>${"x".repeat(195)}${password}</p>`],
    ["in a page that spreads it over two lines", `<p>${"x".repeat(195)}${password.replace(" ", "\n")}</p>`],
    ["in the title of a page, escaped", `<title>${password.replace("ä", "&auml;")}</title>`],
    ["behind a script, where the text is cut", `<script>${"x ".repeat(9_990)}</script>${password}`],
  ])("%s", async (_, text) => {
    const server = await serve((seen, response) => response.writeHead(409).end(seen.path === LOGIN ? text : ""));
    const error = await failureOf(
      client(server.url, path.join(temporaryFolder(), "summary.json")).call(accounts.getProfileOfCurrentUser, {}),
    );
    expect(error.message).toContain("409");
    expect(error.message).not.toContain("canar");
  });

  it.each<[string, Handler]>([
    ["rejected", echo(401)],
    ["refused", echo(500)],
    ["not understood", echo(200)],
    ["cut off", reset],
  ])("in the error of a login that is %s", async (_, handler) => {
    const server = await serve(handler);
    const made = client(server.url, path.join(temporaryFolder(), "summary.json"));
    const error = await failureOf(made.whoAmI());
    expectSilence(error, error.message, error.stack ?? "", JSON.stringify(error), made);
  });

  it("when the connection breaks under a call", async () => {
    const server = await serve((...all) => (all[0].path === LOGIN ? json(all[1], 200, { token }) : reset(...all)));
    const made = client(server.url, path.join(temporaryFolder(), "summary.json"));
    const error = await failureOf(made.call(accounts.getOrganisation, { path: { orgId: "7" } }));
    expectSilence(error, error.message, error.stack ?? "", JSON.stringify(error), made);
  });
});
