import { accounts } from "../../../provider/contract";
import { contractFile, rehearsed, type Rehearsed } from "../emulator/rehearsal/rehearsal";
import { clientFor, closeAll, later } from "../client/scripted-server";
import { Secret } from "../../../provider/client/secret";
import { Stack, type Declaration } from "./stack";

afterEach(closeAll);
beforeEach(() => jest.spyOn(console, "warn").mockImplementation(() => undefined));
afterEach(() => jest.restoreAllMocks());

const organisation = "confirmed: true, writeOnly: [city, description]";

/** A server that takes two fields of an organisation, and gives neither of them back. */
const operations = (read: string) => `
getOrganisation: { ${read}, method: GET, path: "/orgs/{orgId}" }
getOrganisations: { ${organisation}, method: GET, path: /orgs }
getSuborganisations: { ${organisation}, method: GET, path: "/orgs/{orgId}/children" }
createOrganisation: { ${organisation}, method: POST, path: /orgs }
createSuborganisation: { ${organisation}, method: POST, path: "/orgs/{orgId}/children" }
updateOrganisation: { ${organisation}, method: PATCH, path: "/orgs/{orgId}" }
`;

async function stackOn(read = organisation): Promise<{ stack: Stack; there: Rehearsed }> {
  const there = await rehearsed(contractFile(operations(read)));
  const { url, username, password } = there.emulator;
  const credentials = { kind: "login", username, password: new Secret(password) } as const;
  const stack = new Stack(() => {
    const client = clientFor(url, { credentials, contract: there.contract });
    later(() => {
      client.close();
    });
    return client;
  });
  return { stack, there };
}

const land = (city: string, name = "Land"): Declaration => ({
  kind: "Organisation",
  name: "land",
  values: () => ({ name, description: "the land", contact: { city, email: "geo@land.example" } }),
});

/** The writes since the last look. */
async function writes({ emulator }: Rehearsed): Promise<readonly string[]> {
  const answer = await fetch(`${emulator.url}/_emulator/requests`);
  const { requests } = (await answer.json()) as { requests: readonly { method: string; path: string }[] };
  await fetch(`${emulator.url}/_emulator/requests`, { method: "DELETE" });
  return requests
    .filter(({ method, path }) => method !== "GET" && !path.endsWith("/login"))
    .map(({ method, path }) => `${method} ${path}`);
}

describe("a field that the server takes and never gives back", () => {
  it("is sent with the creation, and again only when the program changes it", async () => {
    const { stack, there } = await stackOn();
    await stack.up([land("Soest")]);
    expect(await writes(there)).toEqual(["POST /orgs"]);
    await stack.up([land("Soest")], { refresh: true });
    expect(await writes(there)).toEqual([]);
    await stack.up([land("Werl")]);
    expect(await writes(there)).toEqual(["PATCH /orgs/2"]);
    await stack.up([land("Werl")], { refresh: true });
    expect(await writes(there)).toEqual([]);
  });

  it("is kept by a refresh, and the others still show drift", async () => {
    const { stack, there } = await stackOn();
    await stack.up([land("Soest")]);
    const path = { orgId: stack.idOf("land") };
    await there.client.call(accounts.updateOrganisation, { path, body: { email: "other@land.example" } });
    await stack.refresh();
    expect(stack.states.get("land")?.outputs).toMatchObject({
      description: "the land",
      contact: { city: "Soest", email: "other@land.example" },
    });
  });

  it("is kept also where only some reads hide it", async () => {
    const { stack, there } = await stackOn("confirmed: true, writeOnly: [description]");
    await stack.up([land("Soest")]);
    await writes(there);
    await stack.up([land("Soest")], { refresh: true });
    expect(await writes(there)).toEqual([]);
  });
});
