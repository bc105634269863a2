// SPDX-License-Identifier: EUPL-1.2
// Everything here only helps: each page does its whole job without it.
import { CharacterCount } from "govuk-frontend/dist/govuk/components/character-count/character-count.mjs";
import { ErrorSummary } from "govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs";
import { ServiceNavigation } from "govuk-frontend/dist/govuk/components/service-navigation/service-navigation.mjs";
import { SkipLink } from "govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs";
import { offerCopying, offerPrinting } from "./copy.js";
import { untickTheOthers } from "./exclusive.js";
import { guardForms } from "./once.js";
import { shrinkPhotos } from "./shrink.js";

const COUNT_WORDS = {
  charactersUnderLimit: { other: "Còn %{count} chữ cái và dấu cách" },
  charactersAtLimit: "Đã vừa đủ số chữ",
  charactersOverLimit: { other: "Dài quá %{count} chữ cái và dấu cách" },
};
const COMPONENTS = [ErrorSummary, SkipLink, ServiceNavigation];

function start(Component, options) {
  document.querySelectorAll(`[data-module="${Component.moduleName}"]`).forEach((element) => {
    try {
      new Component(element, options);
    } catch (problem) {
      console.warn(problem);
    }
  });
}

document.body.classList.add("js-enabled", "govuk-frontend-supported");
COMPONENTS.forEach((Component) => start(Component));
start(CharacterCount, { i18n: COUNT_WORDS });
guardForms(document);
untickTheOthers(document);
offerCopying(document);
offerPrinting(document);
shrinkPhotos(document);
