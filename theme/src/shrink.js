// SPDX-License-Identifier: EUPL-1.2
// Photos are made small before they leave the telephone; whatever goes wrong, the original is sent.
const ENOUGH = 400_000;
const LONGEST_SIDE = 2000;
const QUALITIES = [0.85, 0.7, 0.55];

export function shrinkPhotos(root) {
  root.querySelectorAll("input[type=file][data-shrink]").forEach((input) => {
    input.addEventListener("change", () => {
      const work = shrinkAll(input);
      holdForm(input.form, work);
    });
  });
}

async function shrinkAll(input) {
  const chosen = [...input.files];
  const smaller = await Promise.all(chosen.map((file) => shrink(file).catch(() => file)));
  const unchanged = input.files.length === chosen.length && chosen.every((file, at) => file === input.files[at]);
  if (!unchanged || smaller.every((file, at) => file === chosen[at])) return;
  const basket = new DataTransfer();
  smaller.forEach((file) => basket.items.add(file));
  input.files = basket.files;
}

async function shrink(file) {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type) || file.size <= ENOUGH) return file;
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  let smallest = file;
  for (const side of [LONGEST_SIDE, LONGEST_SIDE * 0.75]) {
    const canvas = draw(picture, side);
    for (const quality of QUALITIES) {
      const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", quality));
      if (blob && blob.size < smallest.size) smallest = blob;
      if (smallest.size <= ENOUGH) return named(smallest, file);
    }
  }
  return smallest === file ? file : named(smallest, file);
}

function draw(picture, side) {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function named(blob, file) {
  return new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" });
}

// A press on the button while a photo is still being made small waits for it.
function holdForm(form, work) {
  if (!form) return;
  let busy = true;
  const wait = (event) => {
    if (!busy) return;
    event.preventDefault();
    event.stopPropagation();
    const { submitter } = event;
    work.finally(() => form.requestSubmit(submitter));
  };
  form.addEventListener("submit", wait, true);
  work.finally(() => {
    busy = false;
    form.removeEventListener("submit", wait, true);
  });
}
