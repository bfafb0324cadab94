import { z } from "zod";
import { accounts, resources, store } from "../../../provider/contract";
import { nullAsAbsent } from "../../../provider/client/absent";

describe("null in an answer", () => {
  it("counts as absent, at every depth and in the items of lists", () => {
    const user = { id: "7", username: null, orgRoles: { "12": null, "13": "user" }, extra: { more: null } };
    expect(nullAsAbsent(accounts.getUsers.answer, [user])).toEqual([
      { id: "7", orgRoles: { "13": "user" }, extra: {} },
    ]);
  });

  it.each([
    ["accounts", accounts.UserInfo, { id: "7", customFields: null, created: null }],
    ["resources", resources.MapConfiguration, { baseMap: null, layers: null }],
    ["store", store.data.getBucketInfo.answer, { id: null, name: null, files: null, properties: { author: null } }],
  ])("fits the answers of the service %s", (_service, model, answer) => {
    expect(model.safeParse(nullAsAbsent(model, answer)).success).toBe(true);
  });

  it("stays if the model gives it a meaning", () => {
    const model = z.object({
      limit: z.number().nullable(),
      other: z.number().nullable().optional(),
      no: z.string().optional(),
    });
    expect(nullAsAbsent(model, { limit: null, other: null, no: null })).toEqual({ limit: null, other: null });
  });

  it("is refused in place of an item of a list, since nobody knows which item it was", () => {
    const answer = nullAsAbsent(accounts.getUsers.answer, [null]);
    expect(accounts.getUsers.answer.safeParse(answer).success).toBe(false);
  });
});
