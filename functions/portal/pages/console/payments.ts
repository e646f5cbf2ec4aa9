import { loadCall } from "../../../calls/calls.ts";
import { bankFile } from "../../../payments/bank-file.ts";
import { entriesOf, moneyOfCall } from "../../../payments/call-money.ts";
import { notFound } from "../../refusal.ts";
import { refusalPage } from "../faults.tsx";
import { forStaff } from "./guard.tsx";

/**
 * What waits to be paid, as a file for the bank. Taking it changes nothing: finance marks each payment as paid once the
 * bank has made it. There is no file where nothing waits, or where the call names no account.
 */
export const downloadPayments = forStaff(async ({ house, request, at }) => {
  const call = await loadCall(house, at("id"));
  const money = call && (await moneyOfCall(house, call, await entriesOf(house, call)));
  if (!call || !money?.payer || money.waiting.length === 0) return refusalPage(request, notFound);
  return {
    statusCode: 200,
    headers: {
      "content-type": "application/xml; charset=utf-8",
      "content-disposition": `attachment; filename="payments-${call.callId}.xml"`,
    },
    body: bankFile(money.payer, money.waiting, house.clock.now()),
  };
});
