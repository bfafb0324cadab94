import {
  organisationsTold,
  roleSeen,
  rolesByOrganisation,
  rolesTold,
} from "../../../../provider/kinds/people/held-roles";

describe("the roles that a server gives of a user", () => {
  it.each([
    ["orgAdmin", ["orgAdmin"]],
    [
      ["orgAdmin", "user"],
      ["orgAdmin", "user"],
    ],
  ])("can be read in the form %j", (told, roles) => {
    expect(rolesTold(told)).toEqual(roles);
  });

  it.each([[undefined], [null], [""], [[]], [[7]], [{ id: "orgAdmin" }], [[{ role: "orgAdmin" }]], [true]])(
    "stay unknown in the form %j, and so do all roles of such a profile",
    (told) => {
      expect(rolesTold(told)).toBeUndefined();
      expect(rolesByOrganisation({ "12": "user", "13": told })).toBeUndefined();
    },
  );

  it("count as the declared role if that is among them", () => {
    const { "12": told } = rolesByOrganisation({ "12": ["dataManager", "user"] }) ?? {};
    expect([roleSeen(told, "user"), roleSeen(told, "orgAdmin")]).toEqual(["user", "dataManager, user"]);
  });

  it.each([[undefined], [["12"]], [{ "org.12": "user" }], ["12"]])(
    "stay unknown by organisation in the form %j",
    (told) => {
      expect(organisationsTold(told)).toBeUndefined();
    },
  );
});
