import { readFieldPath as at } from "../../../../provider/binding/applying/field-path";
import { reshaped, type Move } from "../../../../provider/binding/applying/shape";

const move = (from: string, to: string | undefined, change?: Move["change"]): Move => ({
  from: at(from),
  to: to === undefined ? undefined : at(to),
  ...(change === undefined ? {} : { change }),
});

describe("a value in the shape of the other side", () => {
  it("has a field where the other side has it, and makes the objects around it", () => {
    expect(reshaped({ name: "Soest", email: "a@b" }, [move("email", "contact.mail")])).toEqual({
      name: "Soest",
      contact: { mail: "a@b" },
    });
  });

  it("takes a nested field out, and leaves the others of its object", () => {
    expect(reshaped({ contact: { mail: "a@b", town: "Soest" } }, [move("contact.mail", "email")])).toEqual({
      contact: { town: "Soest" },
      email: "a@b",
    });
  });

  it("exchanges two fields that have each other's names", () => {
    expect(reshaped({ name: 1, title: 2 }, [move("name", "title"), move("title", "name")])).toEqual({
      name: 2,
      title: 1,
    });
  });

  it("lets a moved field overwrite one that has the name by chance", () => {
    expect(reshaped({ name: "chance", display_name: "Soest" }, [move("display_name", "name")])).toEqual({
      name: "Soest",
    });
  });

  it("drops a field that the other side does not have", () => {
    expect(reshaped({ name: "Soest", phone: "1" }, [move("phone", undefined)])).toEqual({ name: "Soest" });
  });

  it("changes a value on its way, and nothing where there is no value", () => {
    const half = (value: unknown): unknown => Number(value) / 2;
    expect(reshaped({ a: 4 }, [move("a", "b", half)])).toEqual({ b: 2 });
    expect(reshaped({}, [move("a", "b", half)])).toEqual({});
  });

  it("reshapes the items of a list, wherever the list stands", () => {
    const moves = [move("members[].account_id", "roles[].user"), move("members[].role.id", "roles[].role")];
    const members = [
      { account_id: 1, role: { id: "x" } },
      { account_id: 2, role: { id: "y" } },
    ];
    expect(reshaped({ members }, moves)).toEqual({
      roles: [
        { user: 1, role: "x" },
        { user: 2, role: "y" },
      ].map((item) => expect.objectContaining(item) as unknown),
    });
  });

  it("keeps a member named __proto__ a member", () => {
    const value = JSON.parse('{"__proto__": 1, "a": 2}') as unknown;
    expect(JSON.stringify(reshaped(value, [move("a", "b")]))).toBe('{"__proto__":1,"b":2}');
  });

  it("leaves what is handed in as it is", () => {
    const value = { contact: { mail: "a@b" } };
    reshaped(value, [move("contact.mail", "email")]);
    expect(value).toEqual({ contact: { mail: "a@b" } });
  });
});
