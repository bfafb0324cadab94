import { z } from "zod";
import type { Kind } from "../../../provider/kinds";
import { setOf } from "../../../provider/kinds/traits";
import { inDeclaredSpelling } from "../../../provider/lifecycle/comparing/compare";
import { setInWords } from "../../../provider/lifecycle/comparing/members";

describe("a list whose members have a key", () => {
  const keyed = {
    inputs: {
      members: {
        type: setOf(z.strictObject({ user: z.string(), role: z.string() }), "user"),
        mark: "mutable",
        doc: "",
        source: "decisions#one-declaration",
      },
    },
  } as unknown as Kind;
  const declared = ["1", "2", "3", "4"].map((user) => ({ user, role: "user" }));
  const actual = [
    { user: "9", role: "user" },
    { user: "4", role: "user" },
    { user: "2", role: "orgAdmin" },
    { user: "1", role: "user" },
    { user: "3", role: "user" },
  ];

  it("shows the declared members first, in the declared order, even if another part of them differs", () => {
    expect(inDeclaredSpelling(keyed, { members: actual }, { members: declared })).toEqual({
      members: [
        { user: "1", role: "user" },
        { user: "2", role: "orgAdmin" },
        { user: "3", role: "user" },
        { user: "4", role: "user" },
        { user: "9", role: "user" },
      ],
    });
  });

  it("is described member by member, by the key", () => {
    expect(setInWords(keyed, ["members"], declared, actual.slice(0, 4))).toBe(
      'user "2" is declared with role "user" but has role "orgAdmin"; user "3" is declared but missing; user "9" is there but not declared',
    );
    const plain = { inputs: { members: { ...keyed.inputs["members"], type: setOf(z.string()) } } } as unknown as Kind;
    expect(setInWords(plain, ["members"], ["1", "2"], ["2", "3"])).toBe(
      '"1" is declared but missing; "3" is there but not declared',
    );
  });
});
