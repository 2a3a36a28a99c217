// An application that keeps results as JSON: read a model that a user sent, answer with the figures or with the faults.
import { evaluate, InvestToSaveError, type Issue, rollUp, sheetOf, writeJson } from "invest-to-save";
import { readProgramme } from "invest-to-save/file";

type Answer = { ok: true; stored: string; balance: string[] } | { ok: false; faults: readonly Issue[] };

function answer(text: string): Answer {
  try {
    const programme = readProgramme(text, { file: "upload.yaml" });
    const balance = rollUp(evaluate(programme), "year").rows.get("balance")?.values ?? [];
    // Amounts stay text, so that no digit is lost on the way into a database and back.
    return { ok: true, stored: writeJson(sheetOf(programme)), balance: balance.map(String) };
  } catch (error) {
    if (error instanceof InvestToSaveError) return { ok: false, faults: error.issues };
    throw error;
  }
}

const good = `
title: Night duty desk
years: 2025/26 to 2026/27
source: service plan 2025
costs:
  Duty workers: { level: { amount: 96000, from: 2025-10-01 } }
savings:
  Agency cover: { 2026/27: 61500.50 }
`;
const faulty = good.replace("96000", "96,000").replace("2026/27: 61500.50", "2028/29: 61500.50");

console.log(JSON.stringify(answer(good), null, 2));
console.log(JSON.stringify(answer(faulty), null, 2));
