import {
  organisationsTold,
  roleSeen,
  rolesByOrganisation,
  rolesTold,
} from "../../../../provider/kinds/people/held-roles";

describe("the roles of a user as a server tells them", () => {
  it.each([
    ["orgAdmin", ["orgAdmin"]],
    [
      ["orgAdmin", "user"],
      ["orgAdmin", "user"],
    ],
  ])("are known in the form %j", (told, roles) => {
    expect(rolesTold(told)).toEqual(roles);
  });

  it.each([[undefined], [null], [""], [[]], [[7]], [{ id: "orgAdmin" }], [[{ role: "orgAdmin" }]], [true]])(
    "are not known in the form %j, nor is any role of such a profile",
    (told) => {
      expect(rolesTold(told)).toBeUndefined();
      expect(rolesByOrganisation({ "12": "user", "13": told })).toBeUndefined();
    },
  );

  it("are what is declared where that is among them", () => {
    const { "12": told } = rolesByOrganisation({ "12": ["dataManager", "user"] }) ?? {};
    expect([roleSeen(told, "user"), roleSeen(told, "orgAdmin")]).toEqual(["user", "dataManager, user"]);
  });

  it.each([[undefined], [["12"]], [{ "org.12": "user" }], ["12"]])(
    "are not told by organisation in the form %j",
    (told) => {
      expect(organisationsTold(told)).toBeUndefined();
    },
  );
});
