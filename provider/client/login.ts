import { accounts } from "../contract";
import { HaleconnectError } from "../errors";
import { readAnswer } from "./answer";
import { errandOf } from "./errand";
import type { Exchange } from "./exchange";
import type { Answer } from "./outcome";
import { listen, placeOf, refusalOf } from "./refusal";
import { toRequest } from "./request";
import { isUnreadable } from "./retry";
import type { Credentials } from "./settings";

/** Logs in and gives the session's token (docs/platform.md#login-and-tokens). */
export async function loginWith(
  { username, password }: Extract<Credentials, { kind: "login" }>,
  exchange: Exchange,
  clean: (text: string) => string,
): Promise<string> {
  const operation = accounts.login;
  const request = toRequest(exchange.server, operation, { body: { username, password: password.reveal() } });
  const place = placeOf(operation, exchange.server, request.url);
  const answer = await exchange.send(errandOf(operation), request);
  if (answer.status === 401) {
    const { message } = listen(operation, answer, clean);
    throw new HaleconnectError("HC1002", {
      what: `The login of ${username} was rejected${message === "" ? "" : `: ${message}`}`,
      where: place,
    });
  }
  if (isNoPlatform(answer)) {
    throw new HaleconnectError("HC2010", {
      what: `${exchange.server} is not the address of a hale»connect`,
      where: `${place}, status ${answer.status}`,
    });
  }
  if (answer.status < 200 || answer.status >= 300) {
    throw refusalOf(listen(operation, answer, clean), place);
  }
  return readAnswer(operation, answer, place).token;
}

/** No such path, or a page for people. */
function isNoPlatform(answer: Answer): boolean {
  return answer.status === 404 || answer.status === 405 || isUnreadable(answer);
}
