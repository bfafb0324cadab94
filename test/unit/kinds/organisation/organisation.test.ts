import type { Client } from "../../../../provider/client";
import { ServerRefusal } from "../../../../provider/client";
import { accounts, actions, type Operation } from "../../../../provider/contract";
import { organisation } from "../../../../provider/kinds";

interface Sent {
  readonly id: string;
  readonly args: unknown;
}

/** Answers each operation with what it is given, and remembers what was sent. */
function clientThatAnswers(answers: Readonly<Record<string, unknown>>): { client: Client; sent: Sent[] } {
  const sent: Sent[] = [];
  const call = (operation: Operation, args: unknown) => {
    sent.push({ id: operation.id, args });
    const answer = answers[operation.id];
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const whoAmI = () => Promise.resolve({ id: "1", orgRoles: { "1": "orgAdmin" } });
  return { client: { call, list: call, whoAmI } as unknown as Client, sent };
}

const remote = { id: "7", name: "Kreis Muster", parent: "1", city: "Muster", createdBy: "1", created: 5 };
const empty = { id: "7", name: "Kreis Muster", suborganisations: [], buckets: [], schemas: [], members: [{ id: "3" }] };
const refusal = (operation: Operation, status: number) =>
  new ServerRefusal("HC2400", { operation, status, message: "no", fields: [] }, {});
const gone = (operation: Operation) => refusal(operation, 404);

describe("an organisation and its form in the API", () => {
  it("keeps its contact data together, while the API has it flat", async () => {
    const { client, sent } = clientThatAnswers({ createSuborganisation: remote });
    const created = await organisation.create(client, {
      name: "Kreis Muster",
      parent: "1",
      contact: { city: "Muster" },
    } as never);
    expect(sent).toEqual([
      { id: "createSuborganisation", args: { path: { orgId: "1" }, body: { name: "Kreis Muster", city: "Muster" } } },
    ]);
    expect(created).toMatchObject({
      id: "7",
      values: { name: "Kreis Muster", parent: "1", contact: { city: "Muster" } },
    });
  });

  it("without a parent is a root organisation", async () => {
    const { client, sent } = clientThatAnswers({ createOrganisation: remote });
    await organisation.create(client, { name: "Land" } as never);
    expect(sent).toEqual([{ id: "createOrganisation", args: { body: { name: "Land" } } }]);
  });

  const known = { actual: {}, declared: { name: "Kreis Muster" } as never };

  it("sends only changed fields, with the operation of their tab", async () => {
    const { client, sent } = clientThatAnswers({ updateOrganisation: remote });
    await organisation.update(client, "7", { description: "d" }, known);
    expect(sent[0]?.args).toEqual({ path: { orgId: "7" }, body: { description: "d" } });
  });
});

describe("deleting an organisation", () => {
  it("looks first, then deletes; members are no obstacle", async () => {
    const { client, sent } = clientThatAnswers({
      previewOrganisationDeletion: empty,
      deleteOrganisation: { error: false },
    });
    await organisation.delete(client, "7", "delete");
    expect(sent.map(({ id }) => id)).toEqual(["previewOrganisationDeletion", "deleteOrganisation"]);
  });

  it.each(["suborganisations", "buckets", "schemas"])(
    "is refused while there are %s, and the error names them",
    async (things) => {
      const holding = { ...empty, [things]: Array.from({ length: 7 }, (_, i) => ({ id: `${i}`, name: `Thing ${i}` })) };
      const { client, sent } = clientThatAnswers({ previewOrganisationDeletion: holding });
      await expect(organisation.delete(client, "7", "delete")).rejects.toThrow(
        new RegExp(`^HC5003[^]*7 ${things}: "Thing 0" \\(0\\), .*and 2 more`),
      );
      expect(sent).toHaveLength(1);
    },
  );

  it("is refused for the caller's own, before anything is sent", async () => {
    const { client, sent } = clientThatAnswers({});
    await expect(organisation.delete(client, "1", "delete")).rejects.toThrow(/^HC5002/);
    expect(sent).toEqual([]);
  });

  it("succeeds if the organisation is already gone", async () => {
    const before = clientThatAnswers({ previewOrganisationDeletion: gone(actions.previewOrganisationDeletion) });
    await organisation.delete(before.client, "7", "delete");
    const meanwhile = clientThatAnswers({
      previewOrganisationDeletion: empty,
      deleteOrganisation: gone(actions.deleteOrganisation),
    });
    await organisation.delete(meanwhile.client, "7", "delete");
    expect(meanwhile.sent.map(({ id }) => id)).toEqual([
      "previewOrganisationDeletion",
      "deleteOrganisation",
      "getOrganisation",
    ]);
  });
});

it("takes only 404 to mean that it is absent", async () => {
  const absent = clientThatAnswers({ getOrganisation: gone(accounts.getOrganisation) });
  expect(await organisation.get(absent.client, "7")).toBeUndefined();
  const refused = clientThatAnswers({
    getOrganisation: refusal(accounts.getOrganisation, 403),
  });
  await expect(organisation.get(refused.client, "7")).rejects.toThrow(ServerRefusal);
});
