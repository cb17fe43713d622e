// Chooses a table file. Size and number are checked here, before a byte leaves the browser; Python checks them again.

const asBase64 = (file) => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1));
  reader.onerror = () => reject(reader.error);
  reader.readAsDataURL(file);
});
const inMegabytes = (bytes) => (bytes / 1048576).toLocaleString('nl-NL', { maximumFractionDigits: 2 });

class Upload {
  constructor(root) {
    this.root = root;
    this.input = root.querySelector('input');
    this.input.addEventListener('change', () => { this.take([...this.input.files]); this.input.value = ''; });
    this.input.addEventListener('keydown', (event) => { if (event.key === 'Enter') this.input.click(); });
    root.addEventListener('dragover', (event) => { event.preventDefault(); root.classList.add('over'); });
    root.addEventListener('dragleave', (event) => { if (!root.contains(event.relatedTarget)) root.classList.remove('over'); });
    root.addEventListener('drop', (event) => {
      event.preventDefault();
      root.classList.remove('over');
      this.take([...event.dataTransfer.files]);
    });
  }

  update(data, send) {
    this.data = data;
    this.send = send;
    this.root.querySelector('#regels').textContent = `XLSX met twee bladen, of CSV met één tabel (beide CSV-bestanden mogen tegelijk). Samen hooguit ${inMegabytes(data.mostBytes)} MB.`;
    if (data.answered !== this.answered) {
      this.answered = data.answered;
      this.say('');
    }
  }

  say(message, isFault = false) {
    this.root.classList.toggle('fault', isFault);
    this.root.querySelector('#melding').textContent = message;
  }

  async take(files) {
    if (!files.length) return;
    const { mostFiles, mostBytes } = this.data, size = files.reduce((sum, file) => sum + file.size, 0);
    const names = files.map((file) => `“${file.name}”`).join(', ');
    if (files.length > mostFiles) return this.say(`${files.length} bestanden tegelijk kan niet; kies er hooguit ${mostFiles}. Er is niets verstuurd.`, true);
    if (size > mostBytes) return this.say(`${names}: ${inMegabytes(size)} MB is te groot; toegestaan is hooguit ${inMegabytes(mostBytes)} MB. Er is niets verstuurd.`, true);
    this.say(`${names} wordt gelezen …`);
    try {
      const read = await Promise.all(files.map(async (file) => ({ name: file.name, content: await asBase64(file) })));
      this.send('files', read);
    } catch {
      this.say(`${names} is niet te lezen. Staat het nog op die plek, en is het geen map?`, true);
    }
  }
}

export default function ({ parentElement, data, setTriggerValue }) {
  parentElement.upload ??= new Upload(parentElement.querySelector('.upload'));
  parentElement.upload.update(data, setTriggerValue);
}
