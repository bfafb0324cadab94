import type { Binding } from "../binding/file/model";
import { readFieldPath, valueAtPath } from "../binding/applying/field-path";
import { describeOperation, type AnswerOf, type Operation } from "../contract/operation";
import { Mismatch } from "./answer";
import type { Client, ItemOf } from "./client";
import type { Listing } from "./paging";
import { refusalOf } from "./refusal";
import type { LooseArguments } from "./request";

type FoundIn = NonNullable<Binding["foundIn"]>;
type Joined = NonNullable<Binding["with"]>[string];

/** Answers that take more than one call on this server, as its contract file says. */
export class Composed {
  constructor(private readonly client: Client) {}

  /** The one object of a list that is asked for. If the whole list does not have it, it is not there: 404. */
  async found<O extends Operation>(
    operation: O,
    args: LooseArguments,
    foundIn: FoundIn,
    isConfirmed: boolean,
  ): Promise<AnswerOf<O>> {
    const { items, complete } = await this.filtered(operation, args, foundIn);
    const [item, ...others] = items;
    const place = `${describeOperation(operation)}, in the list ${foundIn.list} at ${this.client.url}`;
    if (others.length > 0) {
      throw new Mismatch(operation, place, `Several items of the list fit \`where\` in the contract file.`);
    }
    if (item === undefined) {
      const message = complete === true ? "" : "the server does not say whether its list is complete";
      throw refusalOf({ operation, status: complete === true ? 404 : 500, message, fields: [] }, place, isConfirmed);
    }
    return item as AnswerOf<O>;
  }

  /** The objects of a list that are asked for. */
  async filtered<O extends Operation>(
    _operation: O,
    args: LooseArguments,
    { list, where }: FoundIn,
  ): Promise<Listing<ItemOf<O>>> {
    const listed = operationOf(list);
    const path = Object.fromEntries(
      Object.keys(listed.pathParameters).map((name) => [name, args.path?.[name]] as const),
    );
    const listing = await this.client.list(listed, { path });
    const isMeant = (item: unknown): boolean =>
      Object.entries(where).every(([field, parameter]) => {
        const asked = args.path?.[parameter] ?? args.query?.[parameter];
        // A filter that is not asked for lets every item pass.
        return asked === undefined || isSame(valueAtPath(item, readFieldPath(field)), asked);
      });
    return { ...listing, items: listing.items.filter(isMeant) };
  }

  /** The answer with what another call has to add to it. */
  async completed<O extends Operation>(
    operation: O,
    args: LooseArguments,
    binding: Binding,
    value: AnswerOf<O>,
  ): Promise<AnswerOf<O>> {
    if (binding.thenRead !== undefined) {
      return (await this.client.call(operationOf(binding.thenRead), {
        path: args.path,
      })) as AnswerOf<O>;
    }
    return this.joined(operation, args, binding, value);
  }

  /** The answer, or each item of a list, with the lists that the server gives apart. */
  async joined<O extends Operation>(
    _operation: O,
    args: LooseArguments,
    binding: Binding,
    value: AnswerOf<O>,
  ): Promise<AnswerOf<O>> {
    const lists = Object.entries(binding.with ?? {});
    if (lists.length === 0) {
      return value;
    }
    const one = async (item: unknown): Promise<unknown> => {
      const added = await Promise.all(
        lists.map(async ([name, joined]) => [name, await this.#inside(joined, item, args)] as const),
      );
      // A list that may lack something is left out: what it does not show would count as gone.
      const whole = added.flatMap(([name, { items, complete }]) => (complete === true ? [[name, items] as const] : []));
      return { ...(item as object), ...Object.fromEntries(whole) };
    };
    return (Array.isArray(value) ? await Promise.all(value.map(one)) : await one(value)) as AnswerOf<O>;
  }

  async #inside({ list, path }: Joined, item: unknown, args: LooseArguments): Promise<Listing<unknown>> {
    const operation = operationOf(list);
    const given = Object.fromEntries(
      Object.keys(operation.pathParameters).map((name) => {
        const field = path?.[name];
        return [name, field === undefined ? args.path?.[name] : valueAtPath(item, readFieldPath(field))] as const;
      }),
    );
    return this.client.list(operation, { path: given });
  }
}

/** The provider keeps numbers of the server as texts. */
function isSame(one: unknown, other: unknown): boolean {
  return String(one) === String(other);
}

function operationOf(key: string): Operation {
  // Loaded with the first such operation: the table takes every service of the contract.
  const { operationsByKey } = require("../contract") as typeof import("../contract");
  const found = operationsByKey.get(key);
  if (found === undefined) {
    throw new Error(`there is no operation ${key}`);
  }
  return found;
}
