import { z } from "zod";
import { pagingOf } from "../../../provider/binding/applying/paging";
import { serverAnswer } from "../../../provider/binding/serving/answer";
import { arrivedCall, type Received } from "../../../provider/binding/serving/call";
import {
  namesPage,
  pageAsked,
  withTold,
  type PageAsked,
  type PageReading,
} from "../../../provider/binding/serving/page";
import { serverName } from "../../../provider/binding/serving/refusal";
import { Refusal, refuse, type InvalidField } from "../../refusal";
import type { HandlerResult } from "../../services/implement";
import { json, nothing, refusalAnswer, type OutgoingAnswer } from "../answer";
import { answerOf, type Wire } from "../wire";
import { parameterOf, withLost } from "./lost";
import type { Candidate, Reception } from "./reception";

/** Calls and answers of an operation as the contract file says. */
export function boundWire(candidate: Candidate, reception: Reception, withTotalCount: boolean): Wire {
  const { operation, binding } = candidate;
  const page = pageOf(candidate, reception.request.query);
  return {
    read: async (_request, _response, platform) => {
      const { surplus, ...call } = arrivedCall(operation, binding, await reception.received(candidate));
      if (surplus.length > 0 || "problems" in page) {
        throw refusedAsSpoken([...surplus.map(unknown), ...("problems" in page ? page.problems : [])]);
      }
      return withLost(operation, { ...call, body: call.body, ...page }, platform);
    },
    answer: (result) =>
      binding.thenRead === undefined
        ? answered(candidate, result, withTotalCount, "page" in page ? page.page : undefined)
        : nothing(operation.status),
    refusal: (refusal) => refusalAnswer(inServersWords(candidate, refusal)),
  };
}

/** It names fields as the server calls them already. */
class SpokenRefusal extends Refusal {}

function inServersWords({ binding }: Candidate, refusal: Refusal): Refusal {
  return refusal.fields === undefined || refusal instanceof SpokenRefusal
    ? refusal
    : refuse.invalid(refusal.fields.map(({ field, message }) => ({ field: serverName(binding, field), message })));
}

function refusedAsSpoken(problems: readonly InvalidField[]): Refusal {
  const { status, message, fields } = refuse.invalid(problems);
  return new SpokenRefusal(status, message, fields);
}

function unknown(field: string): InvalidField {
  return { field, message: "there is no such field" };
}

type PageRead = PageReading | { readonly page?: undefined };

/** The part of a list that is asked for. A list without pages is cut only where the call names a part of it. */
function pageOf({ operation, binding }: Candidate, query: Received["query"]): PageRead {
  const paging = pagingOf(binding);
  return operation.paged || (binding.paging !== undefined && namesPage(paging, query)) ? pageAsked(paging, query) : {};
}

function answered(
  { operation, binding }: Candidate,
  { body, totalCount }: HandlerResult,
  withTotalCount: boolean,
  page: PageAsked | undefined,
): OutgoingAnswer {
  if (operation.gives !== "json") {
    return answerOf(operation, { body }, {});
  }
  const isList = operation.answer instanceof z.ZodArray;
  const isCut = isList && !operation.paged && page !== undefined;
  const own = isCut ? (body as unknown[]).slice(page.offset, page.offset + page.limit) : body;
  const total = totalCount ?? (isCut ? (body as unknown[]).length : undefined);
  const spoken = serverAnswer(binding, own, isList, parameterOf);
  const paging = pagingOf(binding);
  // Without the next cursor nobody could read on.
  const isTold = withTotalCount || paging.by === "cursor";
  const { body: told, headers } =
    page === undefined || total === undefined || !isTold
      ? { body: spoken, headers: {} }
      : withTold(paging, spoken, page, total);
  return json(operation.status, told, headers);
}
