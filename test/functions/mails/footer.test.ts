import { describe, expect, it } from "vitest";
import { footerFor, readerIn, readerOf } from "../../../functions/mails/footer.ts";
import { mailWordsIn } from "../../../functions/mails/mail-words.ts";

describe("the foot of a mail", () => {
  it.each([
    ["applicant", "nes programoje yra su jumis susijusi paraiška"],
    ["principal", "nes paraiškoje nurodyta, kad vadovaujate mokyklai"],
    ["reviewer", "nes vertinate paraiškas kaip ekspertas (-ė)"],
    ["commission", "nes esate atrankos komisijos narys (-ė)"],
    ["member", "nes esate atrankos komisijos narys (-ė)"],
    ["visitor", "nes registravotės į renginį"],
    ["finance", "nes dirbate programai"],
    ["host", "nes vienoje programos byloje nurodytas jūsų adresas"],
  ])("tells a reader as %s why it came", async (role, why) => {
    const lt = footerFor(readerIn(role), await mailWordsIn("lt"));
    expect(lt).toContain(`Šį laišką gavote, ${why}.`);
    const en = footerFor(readerIn(role), await mailWordsIn("en"));
    expect(en).toMatch(/You received this mail because .*\. There is no need to reply\./);
  });

  it("says of a process for which nobody applies that one was invited", async () => {
    const why = footerFor(readerOf("applicant", {}), await mailWordsIn("lt"));
    expect(why).toContain("nes programa pakvietė jūsų įstaigą dalyvauti");
  });
});
