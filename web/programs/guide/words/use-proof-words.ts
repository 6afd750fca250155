import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { ProofGuide } from "../../../api/types.ts";

type Good = ProofGuide["good"][number];
type Bad = ProofGuide["bad"][number];

const GOOD: Record<Good, MessageDescriptor> = {
  "whole-piece-as-aired": msg`The whole piece as it was aired, as a file or a link`,
  "names-partner-in-it": msg`Your company's name stands in the text itself`,
  "brand-and-contact-visible": msg`Your name or brand and how to reach you can be seen`,
  "vendor-content-visible": msg`The vendor's product or brand can be seen`,
  "approval-id-and-date": msg`The approval with its number and its date`,
  "approved-version": msg`The very version that was approved`,
  "as-shown-live": msg`Taken while it was live, with what stands around it`,
  "address-and-date-visible": msg`The address and the date can be read in the picture`,
  "address-opens-for-everybody": msg`An address that opens without signing in`,
  "dated-screenshot-of-page": msg`A picture of the page with its address, in case the page changes`,
  "postmark-or-receipt": msg`For post: the receipt of the mailing or a stamped envelope`,
  "dated-header-or-report": msg`For e-mail: the sent message with its date, or the report of the sending tool`,
  "number-of-recipients": msg`How many it was sent to`,
  "as-sent": msg`The piece exactly as it was sent`,
  "publication-and-date": msg`The piece as printed or published, with the name and date of the publication`,
  "date-place-and-host": msg`Date, place and host can be read`,
  "vendor-topic-in-it": msg`The part about the vendor's product is named`,
  "taken-there": msg`Taken at the event, on its day`,
  "people-and-brand-in-picture": msg`Guests, and a sign or screen with your brand`,
  "slides-as-shown": msg`The slides that were shown, not a selection`,
  "terms-and-period": msg`Who gets what, under which conditions, from when to when`,
  "as-communicated": msg`The offer in the form in which people received it`,
  "complete-and-signed": msg`Filled in completely and signed by both sides`,
  "deliverables-named": msg`What was to be delivered is named`,
  "author-and-date": msg`Author and date can be read`,
  "work-and-period-named": msg`The work, its price and its period are named`,
  "code-and-completion-date": msg`The code of the course or exam and the day it was completed`,
  "names-participant": msg`The name of the person who took part`,
  "traveller-and-dates": msg`The traveller's name and the days of travel`,
  "serial-number-and-receiver": msg`Model and serial number, and who received it when`,
  "set-of-each-channel": msg`For each channel used, all that this channel asks for`,
  "real-result": msg`A sample of the real result; customer names may be blacked out`,
  "date-and-activity-named": msg`It names the activity and the date`,
};

const BAD: Record<Bad, MessageDescriptor> = {
  "draft-or-mock-up": msg`A draft, a layout or a mock-up`,
  "excerpt-without-brand": msg`An excerpt in which neither brand is seen or heard`,
  "approval-after-start": msg`An approval given after the work began`,
  "cropped-or-unreadable": msg`A picture cut so close, or so small, that it cannot be read`,
  "behind-sign-in": msg`A page that only you can open`,
  "home-page-only": msg`Your home page instead of the page in question`,
  "list-of-addresses": msg`A list of addresses: it shows who was meant, not that something was sent. It also holds personal data`,
  "not-sent-yet": msg`A test mailing to yourself`,
  "calendar-entry-only": msg`A calendar entry without an agenda`,
  "stock-picture": msg`A picture from a library or of another event`,
  "empty-room": msg`The empty room before the guests came`,
  "internal-note": msg`An internal note about the offer`,
  "unsigned-form": msg`A form without signatures or with empty fields`,
  "unsigned-quote": msg`A quote or an order confirmation`,
  "price-comparison": msg`A comparison of prices or a reservation that was not paid`,
  "order-instead-of-delivery": msg`The order instead of the delivery`,
  "one-channel-only": msg`The proof of one channel for all of them`,
  "blank-template": msg`An empty template`,
  "other-activity": msg`A document of another activity or another period`,
};

/** What makes a proof good or bad, in words. */
export function useProofWords() {
  const { i18n } = useLingui();
  return {
    good: (code: Good): string => i18n._(GOOD[code]),
    bad: (code: Bad): string => i18n._(BAD[code]),
  };
}
