<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Studyapp</source>
        <translation>Über Studyapp</translation>
    </message>
    <message>
        <source>Icon of Studyapp</source>
        <translation>Symbol von Studyapp</translation>
    </message>
    <message>
        <source>Read a course of Markdown offline, search it, and keep notes for years.
Free software under the MIT license; the bundled courses under CC BY 4.0.</source>
        <translation>Einen Kurs aus Markdown-Dateien ohne Internet lesen, durchsuchen und über Jahre Notizen dazu führen.
Freie Software unter der MIT-Lizenz; die mitgelieferten Kurse unter CC BY 4.0.</translation>
    </message>
    <message>
        <source>Licenses</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>Notizbuch</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Built on</source>
        <translation>Beruht auf</translation>
    </message>
</context>
<context>
    <name>ActionRow</name>
    <message>
        <source>Link again</source>
        <translation>Neu zuordnen</translation>
    </message>
    <message>
        <source>Color</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Remove (can be undone)</source>
        <translation>Entfernen (lässt sich rückgängig machen)</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln ausgewählt</numerusform>
            <numerusform>%Ln ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Add tags</source>
        <translation>Schlagwörter hinzufügen</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message numerus="yes">
        <source>%Ln note(s) removed.</source>
        <translation>
            <numerusform>%Ln Notiz entfernt.</numerusform>
            <numerusform>%Ln Notizen entfernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) restored.</source>
        <translation>
            <numerusform>%Ln Notiz wiederhergestellt.</numerusform>
            <numerusform>%Ln Notizen wiederhergestellt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) copied.</source>
        <translation>
            <numerusform>%Ln Notiz kopiert.</numerusform>
            <numerusform>%Ln Notizen kopiert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Addressing</name>
    <message>
        <source>This link names no place in a course.</source>
        <translation>Dieser Link nennt keine Stelle in einem Kurs.</translation>
    </message>
    <message>
        <source>The course “{}” is not known here. Open its folder once, then the link again.</source>
        <translation>Der Kurs „{}“ ist hier nicht bekannt. Öffnen Sie einmal seinen Ordner und dann den Link noch einmal.</translation>
    </message>
    <message>
        <source>This course has no section “{}”, and its words are in no other.</source>
        <translation>Dieser Kurs hat keinen Abschnitt „{}“, und die Wörter des Links stehen in keinem anderen.</translation>
    </message>
    <message>
        <source>The section of this link is gone; its words are now in “{}”.</source>
        <translation>Den Abschnitt dieses Links gibt es nicht mehr; die Wörter stehen jetzt in „{}“.</translation>
    </message>
    <message>
        <source>Looking for the words of the link</source>
        <translation>Die Wörter des Links werden gesucht</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Free notes</source>
        <translation>Freie Notizen</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>It is not known where the course “{}” is.</source>
        <translation>Es ist nicht bekannt, wo der Kurs „{}“ liegt.</translation>
    </message>
    <message>
        <source>Show in Text</source>
        <translation>Im Text zeigen</translation>
    </message>
</context>
<context>
    <name>Breadcrumb</name>
    <message>
        <source>Place in the course</source>
        <translation>Stelle im Kurs</translation>
    </message>
    <message>
        <source>This section: go to its top</source>
        <translation>Dieser Abschnitt: an seinen Anfang gehen</translation>
    </message>
    <message>
        <source>Go to this chapter</source>
        <translation>Zu diesem Kapitel gehen</translation>
    </message>
</context>
<context>
    <name>CardList</name>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
</context>
<context>
    <name>ChangeDialog</name>
    <message>
        <source>Notebook folder</source>
        <translation>Ordner des Notizbuchs</translation>
    </message>
    <message>
        <source>Use this folder</source>
        <translation>Diesen Ordner nehmen</translation>
    </message>
    <message>
        <source>There is a notebook in {}. It is opened from the next start on.</source>
        <translation>In {} gibt es schon ein Notizbuch. Vom nächsten Start an wird es geöffnet.</translation>
    </message>
    <message>
        <source>Notes will be kept in {} from the next start on.</source>
        <translation>Vom nächsten Start an liegen Notizen in {}.</translation>
    </message>
    <message>
        <source>Nothing is moved: what you have stays in {}.</source>
        <translation>Nichts wird verschoben: Was Sie haben, bleibt in {}.</translation>
    </message>
    <message>
        <source>To take it along, close Studyapp and move what is in the old folder into the new one before you start again.</source>
        <translation>Um es mitzunehmen, schließen Sie Studyapp und verschieben Sie alles aus dem alten Ordner in den neuen, bevor Sie wieder starten.</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Find a setting</source>
        <translation>Einstellung suchen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>Notizbuch</translation>
    </message>
    <message>
        <source>No setting says “{}”.</source>
        <translation>In keiner Einstellung steht „{}“.</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s)</source>
        <translation>
            <numerusform>%n Einstellung</numerusform>
            <numerusform>%n Einstellungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColorDots</name>
    <message>
        <source>Color</source>
        <translation>Farbe</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>Open a course: a folder of Markdown files</source>
        <translation>Kurs öffnen: ein Ordner mit Markdown-Dateien</translation>
    </message>
    <message>
        <source>No other course yet</source>
        <translation>Noch kein anderer Kurs</translation>
    </message>
    <message>
        <source>Undo {}</source>
        <translation>Rückgängig: {}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo {}</source>
        <translation>Wiederholen: {}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Highlight: {}</source>
        <translation>Hervorheben: {}</translation>
    </message>
    <message>
        <source>About Studyapp</source>
        <translation>Über Studyapp</translation>
    </message>
    <message>
        <source>All Notes Panel</source>
        <translation>Seitenleiste Alle Notizen</translation>
    </message>
    <message>
        <source>Back to Where I Was</source>
        <translation>Zurück an die vorige Stelle</translation>
    </message>
    <message>
        <source>Back to the Page</source>
        <translation>Zurück zur Seite</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Begin a Word Earlier</source>
        <translation>Ein Wort früher beginnen</translation>
    </message>
    <message>
        <source>Begin a Word Later</source>
        <translation>Ein Wort später beginnen</translation>
    </message>
    <message>
        <source>Bookmark Here</source>
        <translation>Lesezeichen hier</translation>
    </message>
    <message>
        <source>Change the Mark Here</source>
        <translation>Markierung hier ändern</translation>
    </message>
    <message>
        <source>Clear the Search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Collapse All Contents</source>
        <translation>Inhalt ganz einklappen</translation>
    </message>
    <message>
        <source>Contents Panel</source>
        <translation>Seitenleiste Inhalt</translation>
    </message>
    <message>
        <source>Copy Contents as Text</source>
        <translation>Inhalt als Text kopieren</translation>
    </message>
    <message>
        <source>Copy Link to This Place</source>
        <translation>Link zu dieser Stelle kopieren</translation>
    </message>
    <message>
        <source>Copy as Quotation</source>
        <translation>Als Zitat kopieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close This Pane</source>
        <translation>Diesen Bereich schließen</translation>
    </message>
    <message>
        <source>Context Menu</source>
        <translation>Kontextmenü</translation>
    </message>
    <message>
        <source>Copy Diagnostic Report</source>
        <translation>Diagnosebericht kopieren</translation>
    </message>
    <message>
        <source>End a Word Earlier</source>
        <translation>Ein Wort früher enden</translation>
    </message>
    <message>
        <source>End a Word Later</source>
        <translation>Ein Wort später enden</translation>
    </message>
    <message>
        <source>Enlarge Picture or Table</source>
        <translation>Bild oder Tabelle vergrößern</translation>
    </message>
    <message>
        <source>Expand All Contents</source>
        <translation>Inhalt ganz ausklappen</translation>
    </message>
    <message>
        <source>Export as PDF…</source>
        <translation>Als PDF exportieren …</translation>
    </message>
    <message>
        <source>Filter Contents</source>
        <translation>Inhalt filtern</translation>
    </message>
    <message>
        <source>Find a Command…</source>
        <translation>Befehl suchen …</translation>
    </message>
    <message>
        <source>Find in All Notes</source>
        <translation>In allen Notizen suchen</translation>
    </message>
    <message>
        <source>Find in Page</source>
        <translation>Auf der Seite suchen</translation>
    </message>
    <message>
        <source>Focus Mode</source>
        <translation>Nur die Seite</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Go to Section…</source>
        <translation>Gehe zu Abschnitt …</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Headings and Links…</source>
        <translation>Überschriften und Links …</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Hervorheben</translation>
    </message>
    <message>
        <source>Highlight: Blue</source>
        <translation>Hervorheben: Blau</translation>
    </message>
    <message>
        <source>Highlight: Green</source>
        <translation>Hervorheben: Grün</translation>
    </message>
    <message>
        <source>Highlight: Pink</source>
        <translation>Hervorheben: Rosa</translation>
    </message>
    <message>
        <source>Highlight: Purple</source>
        <translation>Hervorheben: Violett</translation>
    </message>
    <message>
        <source>Highlight: Yellow</source>
        <translation>Hervorheben: Gelb</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Larger Text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>Licenses</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Link Note to the Selection</source>
        <translation>Notiz der Auswahl zuordnen</translation>
    </message>
    <message>
        <source>Links of the Page…</source>
        <translation>Links der Seite …</translation>
    </message>
    <message>
        <source>Mark Chapter as Read</source>
        <translation>Kapitel als gelesen kennzeichnen</translation>
    </message>
    <message>
        <source>Mark Chapter as Unread</source>
        <translation>Kapitel als ungelesen kennzeichnen</translation>
    </message>
    <message>
        <source>Mark as Read</source>
        <translation>Als gelesen kennzeichnen</translation>
    </message>
    <message>
        <source>Mark as Unread</source>
        <translation>Als ungelesen kennzeichnen</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Move a Caret in the Text</source>
        <translation>Schreibmarke im Text bewegen</translation>
    </message>
    <message>
        <source>Narrower Column</source>
        <translation>Schmalere Spalte</translation>
    </message>
    <message>
        <source>Next Heading</source>
        <translation>Nächste Überschrift</translation>
    </message>
    <message>
        <source>Next Pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Next Result</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Next Section</source>
        <translation>Nächster Abschnitt</translation>
    </message>
    <message>
        <source>Next Sentence</source>
        <translation>Nächster Satz</translation>
    </message>
    <message>
        <source>Next Theme</source>
        <translation>Nächstes Farbschema</translation>
    </message>
    <message>
        <source>Next Unread Section</source>
        <translation>Nächster ungelesener Abschnitt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Notes Panel</source>
        <translation>Seitenleiste Notizen</translation>
    </message>
    <message>
        <source>Open Folder…</source>
        <translation>Ordner öffnen …</translation>
    </message>
    <message>
        <source>Open Link in Other Pane</source>
        <translation>Link im anderen Bereich öffnen</translation>
    </message>
    <message>
        <source>Open Log Folder</source>
        <translation>Ordner mit Protokollen öffnen</translation>
    </message>
    <message>
        <source>Open Notebook Folder</source>
        <translation>Ordner des Notizbuchs öffnen</translation>
    </message>
    <message>
        <source>Open Recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Open Settings Folder</source>
        <translation>Ordner mit Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Open the Bundled Course</source>
        <translation>Mitgelieferten Kurs öffnen</translation>
    </message>
    <message>
        <source>Other Pane</source>
        <translation>Anderer Bereich</translation>
    </message>
    <message>
        <source>Outline Panel</source>
        <translation>Seitenleiste Gliederung</translation>
    </message>
    <message>
        <source>Preview Link</source>
        <translation>Vorschau des Links</translation>
    </message>
    <message>
        <source>Previous Heading</source>
        <translation>Vorige Überschrift</translation>
    </message>
    <message>
        <source>Previous Pane</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>Previous Result</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Previous Section</source>
        <translation>Voriger Abschnitt</translation>
    </message>
    <message>
        <source>Previous Sentence</source>
        <translation>Voriger Satz</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Read Again from Disk</source>
        <translation>Neu vom Datenträger lesen</translation>
    </message>
    <message>
        <source>Remove Mark</source>
        <translation>Markierung entfernen</translation>
    </message>
    <message>
        <source>Search Panel</source>
        <translation>Seitenleiste Suche</translation>
    </message>
    <message>
        <source>Search This</source>
        <translation>Danach suchen</translation>
    </message>
    <message>
        <source>Search the Course</source>
        <translation>Kurs durchsuchen</translation>
    </message>
    <message>
        <source>Second Pane Below</source>
        <translation>Zweiter Bereich unten</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Smaller Text</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>Split View</source>
        <translation>Geteilte Ansicht</translation>
    </message>
    <message>
        <source>Swap Panes</source>
        <translation>Bereiche tauschen</translation>
    </message>
    <message>
        <source>Take the Tour</source>
        <translation>Rundgang</translation>
    </message>
    <message>
        <source>Text and Colors…</source>
        <translation>Text und Farben …</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>Unterstreichen</translation>
    </message>
    <message>
        <source>Usual Text Size</source>
        <translation>Übliche Schriftgröße</translation>
    </message>
    <message>
        <source>What Changed in the Course</source>
        <translation>Änderungen im Kurs</translation>
    </message>
    <message>
        <source>Where Else?</source>
        <translation>Wo noch?</translation>
    </message>
    <message>
        <source>Wider Column</source>
        <translation>Breitere Spalte</translation>
    </message>
</context>
<context>
    <name>Contents</name>
    <message>
        <source>Filter contents</source>
        <translation>Inhalt filtern</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>No title has these words</source>
        <translation>Kein Titel enthält diese Wörter</translation>
    </message>
    <message numerus="yes">
        <source>%Ln section(s)</source>
        <translation>
            <numerusform>%Ln Abschnitt</numerusform>
            <numerusform>%Ln Abschnitte</numerusform>
        </translation>
    </message>
    <message>
        <source>Open in Other Pane</source>
        <translation>Im anderen Bereich öffnen</translation>
    </message>
    <message>
        <source>Expand All</source>
        <translation>Alles ausklappen</translation>
    </message>
    <message>
        <source>Collapse All</source>
        <translation>Alles einklappen</translation>
    </message>
    <message>
        <source>Expand All Under This</source>
        <translation>Alles darunter ausklappen</translation>
    </message>
    <message>
        <source>Collapse All Under This</source>
        <translation>Alles darunter einklappen</translation>
    </message>
    <message>
        <source>Expand All at This Level</source>
        <translation>Alles dieser Ebene ausklappen</translation>
    </message>
    <message>
        <source>Collapse All at This Level</source>
        <translation>Alles dieser Ebene einklappen</translation>
    </message>
    <message>
        <source>Copy Contents as Text</source>
        <translation>Inhalt als Text kopieren</translation>
    </message>
    <message>
        <source>Mark Chapter as Read</source>
        <translation>Kapitel als gelesen kennzeichnen</translation>
    </message>
    <message>
        <source>Mark as Read</source>
        <translation>Als gelesen kennzeichnen</translation>
    </message>
    <message>
        <source>Mark Chapter as Unread</source>
        <translation>Kapitel als ungelesen kennzeichnen</translation>
    </message>
    <message>
        <source>Mark as Unread</source>
        <translation>Als ungelesen kennzeichnen</translation>
    </message>
</context>
<context>
    <name>ContentsTree</name>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
</context>
<context>
    <name>Course</name>
    <message>
        <source>no course &apos;{}&apos;</source>
        <translation>es gibt keinen Kurs „{}“</translation>
    </message>
    <message>
        <source>it is no longer at {}</source>
        <translation>er liegt nicht mehr in {}</translation>
    </message>
    <message>
        <source>open it at its new place</source>
        <translation>öffnen Sie ihn an seinem neuen Ort</translation>
    </message>
    <message>
        <source>this is neither a path nor the id of a known course</source>
        <translation>das ist weder ein Pfad noch die Kennung eines bekannten Kurses</translation>
    </message>
    <message>
        <source>give a folder of Markdown files</source>
        <translation>geben Sie einen Ordner mit Markdown-Dateien an</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is not opened: it leads out of the course</source>
        <translation>„{}“ wird nicht geöffnet: Der Link führt aus dem Kurs hinaus</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is left out of the course</source>
        <translation>„{}“ gehört nicht zum Kurs</translation>
    </message>
    <message>
        <source>No heading &apos;{}&apos; in &apos;{}&apos;.{}</source>
        <translation>Keine Überschrift „{}“ in „{}“.{}</translation>
    </message>
    <message>
        <source>No section &apos;{}&apos;.{}</source>
        <translation>Kein Abschnitt „{}“.{}</translation>
    </message>
    <message>
        <source>it is gone, or leads out of the course</source>
        <translation>sie ist verschwunden oder führt aus dem Kurs hinaus</translation>
    </message>
    <message>
        <source> Did you mean &apos;{}&apos;?</source>
        <translation> Meinten Sie „{}“?</translation>
    </message>
    <message>
        <source>no course at {}</source>
        <translation>kein Kurs in {}</translation>
    </message>
    <message>
        <source>it is neither a folder nor a Markdown file</source>
        <translation>das ist weder ein Ordner noch eine Markdown-Datei</translation>
    </message>
    <message>
        <source>`studyapp outline` lists the sections of {}</source>
        <translation>`studyapp outline` zählt die Abschnitte von {} auf</translation>
    </message>
    <message>
        <source>no section &apos;{}&apos;</source>
        <translation>kein Abschnitt „{}“</translation>
    </message>
    <message>
        <source>the course has no such page</source>
        <translation>der Kurs hat keine solche Seite</translation>
    </message>
    <message>
        <source>cannot read {}</source>
        <translation>{} ist nicht lesbar</translation>
    </message>
    <message>
        <source>reload the course</source>
        <translation>lesen Sie den Kurs neu ein</translation>
    </message>
</context>
<context>
    <name>Courses</name>
    <message numerus="yes">
        <source>%n more like this</source>
        <translation>
            <numerusform>%n weiteres davon</numerusform>
            <numerusform>%n weitere davon</numerusform>
        </translation>
    </message>
    <message>
        <source>In this course: {}</source>
        <translation>In diesem Kurs: {}</translation>
    </message>
    <message>
        <source>Opening the course</source>
        <translation>Kurs wird geöffnet</translation>
    </message>
    <message>
        <source>Reading the course again</source>
        <translation>Kurs wird neu gelesen</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Unexpected error</source>
        <translation>Unerwarteter Fehler</translation>
    </message>
    <message>
        <source>Studyapp stopped last time.</source>
        <translation>Studyapp wurde beim letzten Mal unerwartet beendet.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Something unexpected went wrong in Studyapp. Your notes are safe: they are written as you make them. You can go on; if things look odd, quit and start again.</source>
        <translation>In Studyapp ist etwas Unerwartetes schiefgegangen. Ihre Notizen sind sicher: Sie werden gespeichert, sobald Sie sie schreiben. Sie können weitermachen; wirkt etwas seltsam, beenden Sie das Programm und starten Sie es neu.</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>Date</name>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>Today {}</source>
        <translation>Heute {}</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>DateRange</name>
    <message>
        <source>Notes between two days</source>
        <translation>Notizen zwischen zwei Tagen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
</context>
<context>
    <name>Elements</name>
    <message>
        <source>On this page</source>
        <translation>Auf dieser Seite</translation>
    </message>
    <message>
        <source>Filter what is on the page</source>
        <translation>Filtern, was auf der Seite steht</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>What is listed</source>
        <translation>Was aufgelistet wird</translation>
    </message>
    <message>
        <source>&amp;Headings</source>
        <translation>&amp;Überschriften</translation>
    </message>
    <message>
        <source>&amp;Links</source>
        <translation>&amp;Links</translation>
    </message>
    <message>
        <source>&amp;Figures and Tables</source>
        <translation>&amp;Abbildungen und Tabellen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln gefunden</numerusform>
            <numerusform>%Ln gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter follows it, Ctrl+Tab lists figures, Esc closes</source>
        <translation>Eingabe folgt dem Link, Strg+Tab zeigt Abbildungen, Esc schließt</translation>
    </message>
    <message>
        <source>Enter goes there, Ctrl+Tab lists links, Esc closes</source>
        <translation>Eingabe geht dorthin, Strg+Tab zeigt Links, Esc schließt</translation>
    </message>
    <message>
        <source>Enter goes there, Ctrl+Tab lists headings, Esc closes</source>
        <translation>Eingabe geht dorthin, Strg+Tab zeigt Überschriften, Esc schließt</translation>
    </message>
    <message>
        <source>Nothing like this on the page</source>
        <translation>Nichts dergleichen auf der Seite</translation>
    </message>
    <message>
        <source>This page has no headings</source>
        <translation>Diese Seite hat keine Überschriften</translation>
    </message>
    <message>
        <source>This page has no links</source>
        <translation>Diese Seite hat keine Links</translation>
    </message>
    <message>
        <source>This page has no figures and no tables</source>
        <translation>Diese Seite hat weder Abbildungen noch Tabellen</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>on this page</source>
        <translation>auf dieser Seite</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>leads nowhere</source>
        <translation>führt nirgendwohin</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>Abbildung</translation>
    </message>
    <message>
        <source>level {}</source>
        <translation>Ebene {}</translation>
    </message>
    <message>
        <source>No heading after this</source>
        <translation>Keine weitere Überschrift</translation>
    </message>
    <message>
        <source>No heading before this</source>
        <translation>Keine Überschrift davor</translation>
    </message>
    <message>
        <source>{}, heading level {}</source>
        <translation>{}, Überschrift der Ebene {}</translation>
    </message>
    <message numerus="yes">
        <source>table, %Ln row(s)</source>
        <translation>
            <numerusform>Tabelle, %Ln Zeile</numerusform>
            <numerusform>Tabelle, %Ln Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryDelegate</name>
    <message>
        <source>{}  ·  not now</source>
        <translation>{}  ·  jetzt nicht</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>the app&apos;s own folder &apos;{}&apos; is missing</source>
        <translation>der Ordner „{}“ des Programms fehlt</translation>
    </message>
    <message>
        <source>it is not in {}</source>
        <translation>er ist nicht in {}</translation>
    </message>
    <message>
        <source>install Studyapp again</source>
        <translation>installieren Sie Studyapp neu</translation>
    </message>
    <message>
        <source>cannot read {}</source>
        <translation>{} ist nicht lesbar</translation>
    </message>
    <message>
        <source>not valid JSON: {}</source>
        <translation>kein gültiges JSON: {}</translation>
    </message>
    <message>
        <source>repair or remove it</source>
        <translation>reparieren oder entfernen Sie die Datei</translation>
    </message>
    <message>
        <source>it holds no JSON object</source>
        <translation>die Datei enthält kein JSON-Objekt</translation>
    </message>
    <message>
        <source>format {!r} is no version</source>
        <translation>Format {!r} ist keine Version</translation>
    </message>
    <message>
        <source>format {} is newer than this app&apos;s {}</source>
        <translation>Format {} ist neuer als das dieses Programms ({})</translation>
    </message>
    <message>
        <source>update Studyapp</source>
        <translation>bringen Sie Studyapp auf den neuesten Stand</translation>
    </message>
    <message>
        <source>cannot write {}</source>
        <translation>{} lässt sich nicht schreiben</translation>
    </message>
    <message>
        <source>check the folder and the free space</source>
        <translation>prüfen Sie den Ordner und den freien Speicherplatz</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Hervorhebungen</translation>
    </message>
    <message>
        <source>Underlines</source>
        <translation>Unterstreichungen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>In place</source>
        <translation>An ihrer Stelle</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>No tags here yet</source>
        <translation>Noch keine Schlagwörter</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>Von … bis …</translation>
    </message>
    <message>
        <source>Changed or uncertain</source>
        <translation>Geändert oder unsicher</translation>
    </message>
    <message>
        <source>{} to {}</source>
        <translation>{} bis {}</translation>
    </message>
</context>
<context>
    <name>FilterLine</name>
    <message>
        <source>Filter notes</source>
        <translation>Notizen filtern</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this page</source>
        <translation>Auf dieser Seite suchen</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Ganze Wörter</translation>
    </message>
    <message>
        <source>Upper and lower case as typed</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Previous place (Shift+Enter)</source>
        <translation>Vorige Stelle (Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>Next place (Enter)</source>
        <translation>Nächste Stelle (Eingabe)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Find in page</source>
        <translation>Auf der Seite suchen</translation>
    </message>
    <message>
        <source>On from the top</source>
        <translation>Weiter am Anfang</translation>
    </message>
    <message>
        <source>On from the end</source>
        <translation>Weiter am Ende</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
</context>
<context>
    <name>Formula</name>
    <message>
        <source>the formula is longer than {} characters</source>
        <translation>die Formel ist länger als {} Zeichen</translation>
    </message>
    <message>
        <source>it has no extent</source>
        <translation>sie hat keine Ausdehnung</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>sie ist zu groß</translation>
    </message>
    <message>
        <source>it holds half a character</source>
        <translation>sie enthält ein halbes Zeichen</translation>
    </message>
    <message>
        <source>the app could not start its helper process</source>
        <translation>das Programm konnte seinen Hilfsprozess nicht starten</translation>
    </message>
    <message>
        <source>it took too long</source>
        <translation>es dauerte zu lange</translation>
    </message>
    <message>
        <source>it could not be typeset</source>
        <translation>sie ließ sich nicht setzen</translation>
    </message>
    <message>
        <source>the app&apos;s helper process does not work</source>
        <translation>der Hilfsprozess des Programms arbeitet nicht</translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation>zu tief verschachtelt</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>zu groß</translation>
    </message>
    <message>
        <source>it is not complete</source>
        <translation>sie ist nicht vollständig</translation>
    </message>
</context>
<context>
    <name>Furniture</name>
    <message>
        <source>Key terms</source>
        <translation>Schlüsselbegriffe</translation>
    </message>
    <message>
        <source>True as of</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>After this section you can</source>
        <translation>Nach diesem Abschnitt können Sie</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source> — accessed {}</source>
        <translation> – abgerufen {}</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft …</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message numerus="yes">
        <source>Where else: %Ln passage(s)</source>
        <translation>
            <numerusform>Wo noch: %Ln Stelle</numerusform>
            <numerusform>Wo noch: %Ln Stellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} of %Ln result(s)</source>
        <translation>
            <numerusform>{} von %Ln Treffer</numerusform>
            <numerusform>{} von %Ln Treffern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s)</source>
        <translation>
            <numerusform>%Ln Treffer</numerusform>
            <numerusform>%Ln Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>The course is being prepared for searching…</source>
        <translation>Der Kurs wird für die Suche vorbereitet …</translation>
    </message>
    <message>
        <source>Still being prepared: there may be more.</source>
        <translation>Noch in Vorbereitung: Es kann mehr geben.</translation>
    </message>
    <message>
        <source>This course is not yet prepared for searching.</source>
        <translation>Dieser Kurs ist noch nicht für die Suche vorbereitet.</translation>
    </message>
    <message>
        <source>Did you mean “{}”?</source>
        <translation>Meinten Sie „{}“?</translation>
    </message>
    <message>
        <source>Keep this search no more</source>
        <translation>Diese Suche nicht mehr merken</translation>
    </message>
    <message>
        <source>Keep this search</source>
        <translation>Diese Suche merken</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
    <message>
        <source>section {}</source>
        <translation>Abschnitt {}</translation>
    </message>
    <message>
        <source>Changed since you read it</source>
        <translation>Geändert, seit Sie ihn gelesen haben</translation>
    </message>
    <message>
        <source>Mark as read as it now is</source>
        <translation>In der jetzigen Fassung als gelesen kennzeichnen</translation>
    </message>
</context>
<context>
    <name>HeadingList</name>
    <message>
        <source>level {}</source>
        <translation>Ebene {}</translation>
    </message>
</context>
<context>
    <name>HeadingView</name>
    <message>
        <source>Outline of the page</source>
        <translation>Gliederung der Seite</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Diagnostic report copied. It holds no private text.</source>
        <translation>Diagnosebericht kopiert. Er enthält keinen privaten Text.</translation>
    </message>
    <message>
        <source>it is made when something is first kept there</source>
        <translation>er entsteht, sobald darin etwas aufbewahrt wird</translation>
    </message>
    <message>
        <source>there is no folder {} yet</source>
        <translation>den Ordner {} gibt es noch nicht</translation>
    </message>
</context>
<context>
    <name>Hub</name>
    <message>
        <source>At an unknown time</source>
        <translation>Zu unbekannter Zeit</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Nothing fits these filters</source>
        <translation>Nichts passt zu diesen Filtern</translation>
    </message>
    <message>
        <source>What you remove waits here for 30 days.</source>
        <translation>Was Sie entfernen, bleibt hier 30 Tage lang.</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>Der Papierkorb ist leer</translation>
    </message>
    <message>
        <source>Select words in the page and press H to mark them. All you mark is listed here.</source>
        <translation>Wählen Sie Wörter auf der Seite aus und drücken Sie H, um sie zu markieren. Alles Markierte steht hier.</translation>
    </message>
    <message>
        <source>Nothing is marked in this section yet</source>
        <translation>In diesem Abschnitt ist noch nichts markiert</translation>
    </message>
    <message>
        <source>Nothing is marked yet</source>
        <translation>Noch ist nichts markiert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not found</source>
        <translation>
            <numerusform>%Ln nicht gefunden</numerusform>
            <numerusform>%Ln nicht gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln Notiz</numerusform>
            <numerusform>%Ln Notizen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) not found</source>
        <translation>
            <numerusform>%Ln Stelle nicht gefunden</numerusform>
            <numerusform>%Ln Stellen nicht gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
</context>
<context>
    <name>HubHead</name>
    <message>
        <source>Clear filters</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>Mehr Filter</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
</context>
<context>
    <name>IndexKeeper</name>
    <message>
        <source>Preparing the search</source>
        <translation>Suche wird vorbereitet</translation>
    </message>
    <message>
        <source>The search cannot be brought up to date. The log says why.</source>
        <translation>Die Suche kann nicht auf den neuesten Stand gebracht werden. Das Protokoll nennt den Grund.</translation>
    </message>
</context>
<context>
    <name>LicensesDialog</name>
    <message>
        <source>Licenses</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Find a name, a license or words of its text</source>
        <translation>Name, Lizenz oder Wörter aus ihrem Text suchen</translation>
    </message>
    <message>
        <source>Find a license</source>
        <translation>Lizenz suchen</translation>
    </message>
    <message>
        <source>Text of the license</source>
        <translation>Text der Lizenz</translation>
    </message>
    <message>
        <source>The app</source>
        <translation>Das Programm</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Kurse</translation>
    </message>
    <message>
        <source>Typefaces</source>
        <translation>Schriften</translation>
    </message>
    <message>
        <source>Icons</source>
        <translation>Symbole</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Programmiersprache</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
    <message numerus="yes">
        <source>%n license(s)</source>
        <translation>
            <numerusform>%n Lizenz</numerusform>
            <numerusform>%n Lizenzen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>This package came without the text of its license.</source>
        <translation>Dieses Paket kam ohne den Text seiner Lizenz.</translation>
    </message>
    <message>
        <source>Its terms: {}</source>
        <translation>Seine Bedingungen: {}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Open a link</source>
        <translation>Link öffnen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Open this file of the course in another program?</source>
        <translation>Diese Datei des Kurses in einem anderen Programm öffnen?</translation>
    </message>
    <message>
        <source>Write to this address in your mail program?</source>
        <translation>An diese Adresse in Ihrem Mailprogramm schreiben?</translation>
    </message>
    <message>
        <source>Open {} in your browser?</source>
        <translation>{} in Ihrem Browser öffnen?</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>Linking</name>
    <message>
        <source>Select the passage for “{}” in the page.</source>
        <translation>Wählen Sie die Stelle für „{}“ auf der Seite aus.</translation>
    </message>
    <message>
        <source>Link to the selection</source>
        <translation>Der Auswahl zuordnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Linked to the selection.</source>
        <translation>Der Auswahl zugeordnet.</translation>
    </message>
</context>
<context>
    <name>MarkHandles</name>
    <message>
        <source>Drag to begin elsewhere; with Alt or Shift, at any letter</source>
        <translation>Ziehen, um anderswo zu beginnen; mit Alt oder Umschalt bei jedem Buchstaben</translation>
    </message>
    <message>
        <source>Drag to end elsewhere; with Alt or Shift, at any letter</source>
        <translation>Ziehen, um anderswo zu enden; mit Alt oder Umschalt bei jedem Buchstaben</translation>
    </message>
</context>
<context>
    <name>MarkKind</name>
    <message>
        <source>bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>highlight</source>
        <translation>Hervorhebung</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>underline</source>
        <translation>Unterstreichung</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>nothing to mark</source>
        <translation>nichts zu markieren</translation>
    </message>
    <message>
        <source>no page is on show</source>
        <translation>es wird keine Seite gezeigt</translation>
    </message>
    <message>
        <source>not marked</source>
        <translation>nicht markiert</translation>
    </message>
    <message>
        <source>the page has just changed</source>
        <translation>die Seite hat sich gerade geändert</translation>
    </message>
    <message>
        <source>mark it as it now is</source>
        <translation>markieren Sie die jetzige Fassung</translation>
    </message>
    <message>
        <source>Left as it was</source>
        <translation>Unverändert gelassen</translation>
    </message>
    <message>
        <source>The mark or its page has just changed: its ends were not moved</source>
        <translation>Die Markierung oder ihre Seite hat sich gerade geändert: Die Enden wurden nicht verschoben</translation>
    </message>
    <message>
        <source>Caret on</source>
        <translation>Schreibmarke an</translation>
    </message>
    <message>
        <source>Caret off</source>
        <translation>Schreibmarke aus</translation>
    </message>
</context>
<context>
    <name>MathObject</name>
    <message>
        <source>This formula cannot be typeset: {0}</source>
        <translation>Diese Formel lässt sich nicht setzen: {0}</translation>
    </message>
</context>
<context>
    <name>Measure</name>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>Course</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Close message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>{}…</source>
        <translation>{}&#xa0;…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>News</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Remove (can be undone)</source>
        <translation>Entfernen (lässt sich rückgängig machen)</translation>
    </message>
    <message>
        <source>Done (Ctrl+Enter)</source>
        <translation>Fertig (Strg+Eingabe)</translation>
    </message>
</context>
<context>
    <name>NoteText</name>
    <message>
        <source>Write a note… Markdown and [[links]] work</source>
        <translation>Notiz schreiben … Markdown und [[Links]] gehen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
</context>
<context>
    <name>Notebook</name>
    <message>
        <source>the notebook in {} is gone</source>
        <translation>das Notizbuch in {} ist verschwunden</translation>
    </message>
    <message>
        <source>its folder was moved, renamed or removed (notebook {})</source>
        <translation>sein Ordner wurde verschoben, umbenannt oder entfernt (Notizbuch {})</translation>
    </message>
    <message>
        <source>bring it back, or begin a new one with `studyapp doctor --repair`</source>
        <translation>bringen Sie es zurück oder beginnen Sie mit `studyapp doctor --repair` ein neues</translation>
    </message>
    <message>
        <source>bring it back, or choose another one in the settings</source>
        <translation>bringen Sie ihn zurück, oder wählen Sie in den Einstellungen einen anderen</translation>
    </message>
    <message>
        <source>the folder is gone</source>
        <translation>der Ordner ist verschwunden</translation>
    </message>
    <message>
        <source>it is a file, not a folder</source>
        <translation>das ist eine Datei und kein Ordner</translation>
    </message>
    <message>
        <source>give the file another name</source>
        <translation>geben Sie der Datei einen anderen Namen</translation>
    </message>
    <message>
        <source>see to it that you may read and write there</source>
        <translation>sorgen Sie dafür, dass Sie dort lesen und schreiben dürfen</translation>
    </message>
    <message>
        <source>no backups</source>
        <translation>keine Sicherungen</translation>
    </message>
    <message>
        <source>there is no notebook yet</source>
        <translation>es gibt noch kein Notizbuch</translation>
    </message>
    <message>
        <source>mark or write something</source>
        <translation>markieren oder schreiben Sie etwas</translation>
    </message>
    <message>
        <source>bring it back; a repair lets the next mark begin a new one</source>
        <translation>bringen Sie es zurück; nach einer Reparatur beginnt die nächste Markierung ein neues</translation>
    </message>
    <message>
        <source>the notebook {} is gone</source>
        <translation>das Notizbuch {} ist verschwunden</translation>
    </message>
    <message>
        <source>the file does not begin with &apos;---&apos;</source>
        <translation>die Datei beginnt nicht mit „---“</translation>
    </message>
    <message>
        <source>no second &apos;---&apos; ends the front matter</source>
        <translation>kein zweites „---“ beendet den Vorspann</translation>
    </message>
    <message>
        <source>a key stands twice</source>
        <translation>ein Schlüssel steht zweimal da</translation>
    </message>
    <message>
        <source>the front matter is longer than {} KB</source>
        <translation>der Vorspann ist länger als {} KB</translation>
    </message>
    <message>
        <source>&apos;{}&apos; stands here for the second time</source>
        <translation>„{}“ steht hier zum zweiten Mal</translation>
    </message>
    <message>
        <source>not readable as YAML</source>
        <translation>nicht als YAML lesbar</translation>
    </message>
    <message>
        <source>not a line of the form &apos;key: value&apos;</source>
        <translation>keine Zeile der Form „Schlüssel: Wert“</translation>
    </message>
    <message>
        <source>there is no &apos;id&apos;</source>
        <translation>es fehlt „id“</translation>
    </message>
    <message>
        <source>&apos;{}&apos; has to be one text</source>
        <translation>„{}“ muss ein einzelner Text sein</translation>
    </message>
    <message>
        <source>&apos;{}&apos; has to be a whole number</source>
        <translation>„{}“ muss eine ganze Zahl sein</translation>
    </message>
    <message>
        <source>&apos;tags&apos; has to be a list of texts</source>
        <translation>„tags“ muss eine Liste von Texten sein</translation>
    </message>
    <message>
        <source>cannot write the backup {}</source>
        <translation>die Sicherung {} lässt sich nicht schreiben</translation>
    </message>
    <message>
        <source>check the disk</source>
        <translation>prüfen Sie den Datenträger</translation>
    </message>
    <message>
        <source>{} in it is damaged</source>
        <translation>{} darin ist beschädigt</translation>
    </message>
    <message>
        <source>cannot read {}</source>
        <translation>{} ist nicht lesbar</translation>
    </message>
    <message>
        <source>cannot read the backup {}</source>
        <translation>die Sicherung {} ist nicht lesbar</translation>
    </message>
    <message>
        <source>nothing can be repaired</source>
        <translation>es kann nichts repariert werden</translation>
    </message>
    <message>
        <source>not UTF-8</source>
        <translation>kein UTF-8</translation>
    </message>
    <message>
        <source>not a plain file: links are not followed</source>
        <translation>keine gewöhnliche Datei: Verknüpfungen wird nicht gefolgt</translation>
    </message>
    <message>
        <source>not a plain file</source>
        <translation>keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>larger than {} MB</source>
        <translation>größer als {} MB</translation>
    </message>
    <message>
        <source>there is no annotation {}</source>
        <translation>es gibt keine Anmerkung {}</translation>
    </message>
    <message>
        <source>it is not in the notebook</source>
        <translation>sie ist nicht im Notizbuch</translation>
    </message>
    <message>
        <source>&apos;{}&apos; cannot name a {}</source>
        <translation>„{}“ taugt nicht als Name für {}</translation>
    </message>
    <message>
        <source>only letters, digits, - and _ can</source>
        <translation>nur Buchstaben, Ziffern, - und _ sind erlaubt</translation>
    </message>
    <message>
        <source>no color &apos;{}&apos;</source>
        <translation>keine Farbe „{}“</translation>
    </message>
    <message>
        <source>highlights have five</source>
        <translation>für Hervorhebungen gibt es fünf</translation>
    </message>
    <message>
        <source>use {}</source>
        <translation>verwenden Sie {}</translation>
    </message>
    <message>
        <source>nothing to mark</source>
        <translation>nichts zu markieren</translation>
    </message>
    <message>
        <source>the passage has no words</source>
        <translation>die Stelle enthält keine Wörter</translation>
    </message>
    <message>
        <source>select some words</source>
        <translation>wählen Sie einige Wörter aus</translation>
    </message>
    <message>
        <source>cannot use {}</source>
        <translation>{} ist nicht verwendbar</translation>
    </message>
    <message>
        <source>it is or holds a link to another folder</source>
        <translation>er ist oder enthält eine Verknüpfung zu einem anderen Ordner</translation>
    </message>
    <message>
        <source>its folder was moved, renamed or removed</source>
        <translation>sein Ordner wurde verschoben, umbenannt oder entfernt</translation>
    </message>
    <message>
        <source>bring it back, or open it where it is now</source>
        <translation>bringen Sie es zurück oder öffnen Sie es dort, wo es jetzt ist</translation>
    </message>
    <message>
        <source>{} of {} annotations in {} are gone at once</source>
        <translation>{} von {} Anmerkungen in {} sind auf einmal verschwunden</translation>
    </message>
    <message>
        <source>something other than Studyapp removed, trashed or damaged them</source>
        <translation>etwas anderes als Studyapp hat sie entfernt, weggeworfen oder beschädigt</translation>
    </message>
    <message>
        <source>see whether the folder is complete; if this is meant, accept it</source>
        <translation>sehen Sie nach, ob der Ordner vollständig ist; ist es so gewollt, bestätigen Sie es</translation>
    </message>
    <message>
        <source>{} cannot be read</source>
        <translation>{} ist nicht lesbar</translation>
    </message>
    <message>
        <source>`studyapp doctor --repair` makes it anew</source>
        <translation>`studyapp doctor --repair` legt die Datei neu an</translation>
    </message>
    <message>
        <source>it is of format {}</source>
        <translation>sie hat das Format {}</translation>
    </message>
    <message>
        <source>{} is of format {}, newer than this app: update Studyapp</source>
        <translation>{} hat das Format {}, neuer als dieses Programm: Bringen Sie Studyapp auf den neuesten Stand</translation>
    </message>
    <message>
        <source>the notebook is read-only</source>
        <translation>das Notizbuch ist schreibgeschützt</translation>
    </message>
    <message>
        <source>no words to look for</source>
        <translation>keine Wörter, nach denen zu suchen wäre</translation>
    </message>
    <message>
        <source>the quote is empty</source>
        <translation>das Zitat ist leer</translation>
    </message>
    <message>
        <source>give the words of a passage</source>
        <translation>geben Sie die Wörter einer Stelle an</translation>
    </message>
    <message>
        <source>give the words as `studyapp text` prints them</source>
        <translation>geben Sie die Wörter so an, wie `studyapp text` sie ausgibt</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is not in the section</source>
        <translation>„{}“ ist nicht in dem Abschnitt</translation>
    </message>
    <message>
        <source>these words do not stand there</source>
        <translation>diese Wörter stehen dort nicht</translation>
    </message>
    <message>
        <source>it stands there {}, never with these words around it</source>
        <translation>es steht dort {}, aber nie mit diesen Wörtern davor und danach</translation>
    </message>
    <message>
        <source>&apos;{}&apos; was not found</source>
        <translation>„{}“ wurde nicht gefunden</translation>
    </message>
    <message>
        <source>check --prefix and --suffix</source>
        <translation>prüfen Sie --prefix und --suffix</translation>
    </message>
    <message>
        <source>tell which with --prefix and --suffix, the words before and after</source>
        <translation>sagen Sie mit --prefix und --suffix, den Wörtern davor und danach, welche gemeint ist</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is not one passage</source>
        <translation>„{}“ ist nicht eindeutig</translation>
    </message>
    <message>
        <source>it stands there {} times</source>
        <translation>es steht dort {}-mal</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Hervorheben</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>Unterstreichen</translation>
    </message>
    <message>
        <source>Add Note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Add Bookmark</source>
        <translation>Lesezeichen hinzufügen</translation>
    </message>
    <message>
        <source>Add Question</source>
        <translation>Frage hinzufügen</translation>
    </message>
    <message>
        <source>Add Card</source>
        <translation>Karte hinzufügen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Edit Note</source>
        <translation>Notiz bearbeiten</translation>
    </message>
    <message>
        <source>Change Tags</source>
        <translation>Schlagwörter ändern</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Relink</source>
        <translation>Neu zuordnen</translation>
    </message>
    <message>
        <source>Change Passage</source>
        <translation>Stelle ändern</translation>
    </message>
    <message>
        <source>Accept Change</source>
        <translation>Änderung annehmen</translation>
    </message>
    <message>
        <source>Change Color</source>
        <translation>Farbe ändern</translation>
    </message>
    <message>
        <source>Change Kind</source>
        <translation>Art ändern</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>cannot keep notes in {}</source>
        <translation>in {} können keine Notizen liegen</translation>
    </message>
    <message>
        <source>choose a folder outside it: a course is never written to</source>
        <translation>wählen Sie einen Ordner außerhalb: In einen Kurs wird nie geschrieben</translation>
    </message>
    <message>
        <source>it is in the folder of a course, {}</source>
        <translation>er liegt im Ordner eines Kurses, {}</translation>
    </message>
    <message>
        <source>the app keeps other things there</source>
        <translation>das Programm bewahrt dort anderes auf</translation>
    </message>
    <message>
        <source>you may not write there</source>
        <translation>dort dürfen Sie nicht schreiben</translation>
    </message>
    <message>
        <source>choose another folder</source>
        <translation>wählen Sie einen anderen Ordner</translation>
    </message>
</context>
<context>
    <name>NotebookRow</name>
    <message>
        <source>Notebook folder</source>
        <translation>Ordner des Notizbuchs</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Choose another folder for the notebook</source>
        <translation>Einen anderen Ordner für das Notizbuch wählen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Use the usual folder</source>
        <translation>Den üblichen Ordner nehmen</translation>
    </message>
    <message>
        <source>A folder for the notebook</source>
        <translation>Ein Ordner für das Notizbuch</translation>
    </message>
    <message>
        <source>From the next start: {}</source>
        <translation>Vom nächsten Start an: {}</translation>
    </message>
    <message>
        <source>From the next start: the usual folder</source>
        <translation>Vom nächsten Start an: der übliche Ordner</translation>
    </message>
</context>
<context>
    <name>NotebookWatch</name>
    <message>
        <source>Accept</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>, line {}</source>
        <translation>, Zeile {}</translation>
    </message>
    <message numerus="yes">
        <source> And %n more.</source>
        <translation>
            <numerusform> Und %n weitere.</numerusform>
            <numerusform> Und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>A note cannot be read: {}{}: {}.{}</source>
        <translation>Eine Notiz ist nicht lesbar: {}{}: {}.{}</translation>
    </message>
    <message>
        <source>Your notes are kept as plain files in {}.</source>
        <translation>Ihre Notizen liegen als einfache Dateien in {}.</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>Notes on this page</source>
        <translation>Notizen auf dieser Seite</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Note on This Section</source>
        <translation>Notiz zu diesem Abschnitt</translation>
    </message>
    <message>
        <source>Free Note</source>
        <translation>Freie Notiz</translation>
    </message>
    <message>
        <source>No notes on this page yet</source>
        <translation>Noch keine Notizen auf dieser Seite</translation>
    </message>
    <message>
        <source>Select words and press H to mark them, or N to write a note about them.</source>
        <translation>Wählen Sie Wörter aus und drücken Sie H, um sie zu markieren, oder N, um eine Notiz dazu zu schreiben.</translation>
    </message>
    <message>
        <source>Write about this page</source>
        <translation>Zu dieser Seite schreiben</translation>
    </message>
    <message>
        <source>Notes on “{}”</source>
        <translation>Notizen zu „{}“</translation>
    </message>
    <message>
        <source>Edit Note</source>
        <translation>Notiz bearbeiten</translation>
    </message>
    <message>
        <source>Show in Text</source>
        <translation>Im Text zeigen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Note saved</source>
        <translation>Notiz gespeichert</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>no process can be started, {}</source>
        <translation>es lässt sich kein Prozess starten, {}</translation>
    </message>
    <message>
        <source>what the compiler made of it cannot be read</source>
        <translation>was daraus aufbereitet wurde, ist nicht lesbar</translation>
    </message>
    <message>
        <source>compiling it took more than {} s</source>
        <translation>sie aufzubereiten dauerte länger als {} s</translation>
    </message>
    <message>
        <source>the compiler ended unexpectedly</source>
        <translation>die Aufbereitung brach unerwartet ab</translation>
    </message>
    <message>
        <source>the app is closing</source>
        <translation>das Programm wird beendet</translation>
    </message>
    <message>
        <source>This file is not in UTF-8: what cannot be read is shown as �. Save the file as UTF-8.</source>
        <translation>Diese Datei ist nicht in UTF-8: Was sich nicht lesen lässt, steht als � da. Speichern Sie die Datei als UTF-8.</translation>
    </message>
    <message>
        <source>it is larger than {} MB</source>
        <translation>sie ist größer als {} MB</translation>
    </message>
    <message>
        <source>{} (line {})</source>
        <translation>{} (Zeile {})</translation>
    </message>
    <message>
        <source>a line of more than a million characters</source>
        <translation>eine Zeile mit mehr als einer Million Zeichen</translation>
    </message>
    <message>
        <source>more than 100 quotes or lists in each other</source>
        <translation>mehr als 100 Zitate oder Listen ineinander</translation>
    </message>
    <message>
        <source>more than 100 lists in each other</source>
        <translation>mehr als 100 Listen ineinander</translation>
    </message>
    <message>
        <source>more than 500 square brackets open at once</source>
        <translation>mehr als 500 eckige Klammern zugleich offen</translation>
    </message>
    <message>
        <source>more than 500 parentheses open at once</source>
        <translation>mehr als 500 runde Klammern zugleich offen</translation>
    </message>
    <message>
        <source>backticks in more than 20 lengths</source>
        <translation>Backticks in mehr als 20 Längen</translation>
    </message>
    <message>
        <source>more than 20,000 headings</source>
        <translation>mehr als 20.000 Überschriften</translation>
    </message>
    <message>
        <source>more than 3,000 footnotes</source>
        <translation>mehr als 3.000 Fußnoten</translation>
    </message>
    <message>
        <source>more than 1,000 abbreviations</source>
        <translation>mehr als 1.000 Abkürzungen</translation>
    </message>
    <message>
        <source>it is too deeply nested</source>
        <translation>sie ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>sie ist nicht lesbar</translation>
    </message>
    <message>
        <source>Diagram shown as its source</source>
        <translation>Diagramm, als Quelltext gezeigt</translation>
    </message>
    <message>
        <source>Query shown as its source</source>
        <translation>Abfrage, als Quelltext gezeigt</translation>
    </message>
    <message>
        <source>This table is too large to be set.</source>
        <translation>Diese Tabelle ist zu groß, um gesetzt zu werden.</translation>
    </message>
    <message>
        <source>Table shown as text</source>
        <translation>Tabelle, als Text gezeigt</translation>
    </message>
    <message>
        <source>A word of more than {} characters is broken up.</source>
        <translation>Ein Wort mit mehr als {} Zeichen ist zerteilt.</translation>
    </message>
    <message>
        <source>This HTML is too large or too deeply nested to be set.</source>
        <translation>Dieses HTML ist zu groß oder zu tief verschachtelt, um gesetzt zu werden.</translation>
    </message>
    <message>
        <source>HTML shown as its source</source>
        <translation>HTML, als Quelltext gezeigt</translation>
    </message>
    <message>
        <source>Component shown as its source</source>
        <translation>Komponente, als Quelltext gezeigt</translation>
    </message>
    <message>
        <source>Directive shown as its source</source>
        <translation>Direktive, als Quelltext gezeigt</translation>
    </message>
    <message>
        <source>Table shown as its source</source>
        <translation>Tabelle, als Quelltext gezeigt</translation>
    </message>
    <message>
        <source>This page is shown as plain text: {}.</source>
        <translation>Diese Seite wird als reiner Text gezeigt: {}.</translation>
    </message>
    <message>
        <source>The rest of this page is too long to be shown.</source>
        <translation>Der Rest dieser Seite ist zu lang, um gezeigt zu werden.</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>sie ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>it needs too much memory</source>
        <translation>sie braucht zu viel Speicher</translation>
    </message>
    <message>
        <source>it could not be compiled ({}: {})</source>
        <translation>sie ließ sich nicht aufbereiten ({}: {})</translation>
    </message>
</context>
<context>
    <name>Number</name>
    <message>
        <source>{} %</source>
        <translation>{} %</translation>
    </message>
</context>
<context>
    <name>OrderButton</name>
    <message>
        <source>By place</source>
        <translation>Nach Stelle</translation>
    </message>
    <message>
        <source>By time</source>
        <translation>Nach Zeit</translation>
    </message>
    <message>
        <source>Best first</source>
        <translation>Beste zuerst</translation>
    </message>
    <message>
        <source>Order: {}</source>
        <translation>Reihenfolge: {}</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>On this page</source>
        <translation>Auf dieser Seite</translation>
    </message>
    <message>
        <source>This page has no headings</source>
        <translation>Diese Seite hat keine Überschriften</translation>
    </message>
    <message>
        <source>Go There</source>
        <translation>Dorthin gehen</translation>
    </message>
    <message>
        <source>Copy Link to This Heading</source>
        <translation>Link zu dieser Überschrift kopieren</translation>
    </message>
    <message>
        <source>Open in Other Pane</source>
        <translation>Im anderen Bereich öffnen</translation>
    </message>
    <message>
        <source>Link to this heading copied.</source>
        <translation>Link zu dieser Überschrift kopiert.</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Previous (Left)</source>
        <translation>Voriges (Links)</translation>
    </message>
    <message>
        <source>Next (Right)</source>
        <translation>Nächstes (Rechts)</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>Kleiner (-)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Größer (+)</translation>
    </message>
    <message>
        <source>Fit to the window (0)</source>
        <translation>In das Fenster einpassen (0)</translation>
    </message>
    <message>
        <source>Copy (Ctrl+C)</source>
        <translation>Kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>Save as a file (Ctrl+S)</source>
        <translation>Als Datei speichern (Strg+S)</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
    <message>
        <source>Not shown: {}</source>
        <translation>Nicht gezeigt: {}</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Formel</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Saved as {}.</source>
        <translation>Gespeichert als {}.</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Back to where this note is mentioned</source>
        <translation>Zurück zur Stelle, die diese Fußnote nennt</translation>
    </message>
    <message>
        <source>Check yourself</source>
        <translation>Testen Sie sich selbst</translation>
    </message>
    <message>
        <source>Hide the words</source>
        <translation>Wörter verbergen</translation>
    </message>
    <message>
        <source>Show the words</source>
        <translation>Wörter zeigen</translation>
    </message>
    <message>
        <source>Hide the answer</source>
        <translation>Antwort verbergen</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>Antwort zeigen</translation>
    </message>
    <message>
        <source>A table of {} rows, shown as lines</source>
        <translation>Eine Tabelle mit {} Zeilen, als Text gezeigt</translation>
    </message>
</context>
<context>
    <name>PageLinks</name>
    <message>
        <source>Picture: {}</source>
        <translation>Bild: {}</translation>
    </message>
    <message>
        <source>Footnote {}</source>
        <translation>Fußnote {}</translation>
    </message>
    <message>
        <source>Link: {}</source>
        <translation>Link: {}</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Page: {}</source>
        <translation>Seite: {}</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet …</translation>
    </message>
    <message>
        <source>This course has no pages yet</source>
        <translation>Dieser Kurs hat noch keine Seiten</translation>
    </message>
    <message>
        <source>Put files that end in .md into {} and read it again.</source>
        <translation>Legen Sie Dateien, die auf .md enden, in {} und lesen Sie den Kurs neu ein.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu einlesen</translation>
    </message>
    <message>
        <source>“{}” cannot be read</source>
        <translation>„{}“ ist nicht lesbar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>The folder of this course is gone</source>
        <translation>Der Ordner dieses Kurses ist verschwunden</translation>
    </message>
    <message>
        <source>Open another course</source>
        <translation>Anderen Kurs öffnen</translation>
    </message>
    <message>
        <source>Open the guide</source>
        <translation>Handbuch öffnen</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>Words of a command</source>
        <translation>Wörter eines Befehls</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Enter runs it, Esc closes</source>
        <translation>Eingabe führt ihn aus, Esc schließt</translation>
    </message>
    <message numerus="yes">
        <source>%n command(s)</source>
        <translation>
            <numerusform>%n Befehl</numerusform>
            <numerusform>%n Befehle</numerusform>
        </translation>
    </message>
    <message>
        <source>No command like this</source>
        <translation>Kein solcher Befehl</translation>
    </message>
    <message>
        <source>{} cannot be used now</source>
        <translation>{} ist jetzt nicht möglich</translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation>{}: {}</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>not now</source>
        <translation>jetzt nicht</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>All Notes</source>
        <translation>Alle Notizen</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Gliederung</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>{} opened</source>
        <translation>{} geöffnet</translation>
    </message>
    <message>
        <source>{} closed</source>
        <translation>{} geschlossen</translation>
    </message>
</context>
<context>
    <name>Panes</name>
    <message>
        <source>Page, pane {} of {}</source>
        <translation>Seite, Bereich {} von {}</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
</context>
<context>
    <name>PassageView</name>
    <message>
        <source>[deleted: {}]</source>
        <translation>[gelöscht: {}]</translation>
    </message>
    <message>
        <source>[new: {}]</source>
        <translation>[neu: {}]</translation>
    </message>
</context>
<context>
    <name>Peek</name>
    <message>
        <source>No link in view.</source>
        <translation>Kein Link in Sicht.</translation>
    </message>
</context>
<context>
    <name>Pen</name>
    <message>
        <source>Highlighted, {}</source>
        <translation>Hervorgehoben, {}</translation>
    </message>
    <message>
        <source>Highlighted</source>
        <translation>Hervorgehoben</translation>
    </message>
    <message>
        <source>Underlined</source>
        <translation>Unterstrichen</translation>
    </message>
    <message>
        <source>Bookmark removed</source>
        <translation>Lesezeichen entfernt</translation>
    </message>
    <message>
        <source>Bookmark added</source>
        <translation>Lesezeichen gesetzt</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>From {}</source>
        <translation>Von {}</translation>
    </message>
    <message>
        <source>To {}</source>
        <translation>Bis {}</translation>
    </message>
    <message>
        <source>Marked: {}</source>
        <translation>Markiert: {}</translation>
    </message>
    <message>
        <source>Undone: {}</source>
        <translation>Rückgängig gemacht: {}</translation>
    </message>
    <message>
        <source>Done again: {}</source>
        <translation>Wiederholt: {}</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>the course has no such file</source>
        <translation>der Kurs hat keine solche Datei</translation>
    </message>
    <message>
        <source>it is on the web, and nothing is fetched from there</source>
        <translation>es liegt im Web, und von dort wird nichts geholt</translation>
    </message>
    <message>
        <source>it has {} by {} pixels, which is too many</source>
        <translation>es hat {} mal {} Pixel, das sind zu viele</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>es ist beschädigt</translation>
    </message>
    <message>
        <source>it is none of PNG, JPEG, WebP, GIF and SVG</source>
        <translation>es ist weder PNG noch JPEG, WebP, GIF oder SVG</translation>
    </message>
    <message>
        <source>a picture written into the page must be small</source>
        <translation>ein in die Seite geschriebenes Bild muss klein sein</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>es ist keine Datei</translation>
    </message>
    <message>
        <source>the file is larger than 64 MB</source>
        <translation>die Datei ist größer als 64 MB</translation>
    </message>
    <message>
        <source>it is damaged or too large</source>
        <translation>es ist beschädigt oder zu groß</translation>
    </message>
    <message>
        <source>the picture is not saved</source>
        <translation>das Bild ist nicht gespeichert</translation>
    </message>
    <message>
        <source>it cannot be read ({})</source>
        <translation>es ist nicht lesbar ({})</translation>
    </message>
    <message>
        <source>Not shown: {}</source>
        <translation>Nicht gezeigt: {}</translation>
    </message>
    <message>
        <source>it holds another picture</source>
        <translation>es enthält ein anderes Bild</translation>
    </message>
    <message>
        <source>it holds a web page</source>
        <translation>es enthält eine Webseite</translation>
    </message>
    <message>
        <source>it is larger than 1 MB</source>
        <translation>es ist größer als 1 MB</translation>
    </message>
    <message>
        <source>it is not a valid SVG</source>
        <translation>es ist kein gültiges SVG</translation>
    </message>
    <message>
        <source>it declares a document type</source>
        <translation>es vereinbart einen Dokumenttyp</translation>
    </message>
    <message>
        <source>it refers to another file</source>
        <translation>es verweist auf eine andere Datei</translation>
    </message>
    <message>
        <source>it is not an SVG</source>
        <translation>es ist kein SVG</translation>
    </message>
    <message>
        <source>it has too many parts or too deep ones</source>
        <translation>es hat zu viele oder zu tief verschachtelte Teile</translation>
    </message>
    <message>
        <source>it would take too long to draw</source>
        <translation>es zu zeichnen würde zu lange dauern</translation>
    </message>
    <message>
        <source>its style sheet is too long</source>
        <translation>sein Stylesheet ist zu lang</translation>
    </message>
    <message>
        <source>its style sheet draws other parts of it</source>
        <translation>sein Stylesheet zeichnet andere Teile von ihm</translation>
    </message>
    <message>
        <source>it refers to itself</source>
        <translation>es verweist auf sich selbst</translation>
    </message>
    <message>
        <source>it is written so as to hide what it refers to</source>
        <translation>es ist so geschrieben, dass es verbirgt, worauf es verweist</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>“{}” is no longer in the course; here is what stands in its place.</source>
        <translation>„{}“ ist nicht mehr im Kurs; hier steht, was an seiner Stelle ist.</translation>
    </message>
    <message>
        <source>This course has no section “{}”.</source>
        <translation>Dieser Kurs hat keinen Abschnitt „{}“.</translation>
    </message>
    <message>
        <source>These words are no longer in the section; here is its heading.</source>
        <translation>Diese Wörter stehen nicht mehr in dem Abschnitt; hier ist ihre Überschrift.</translation>
    </message>
    <message>
        <source>These words are no longer in the section; here is its beginning.</source>
        <translation>Diese Wörter stehen nicht mehr in dem Abschnitt; hier ist sein Anfang.</translation>
    </message>
    <message>
        <source>This page has no heading “{}”.</source>
        <translation>Diese Seite hat keine Überschrift „{}“.</translation>
    </message>
</context>
<context>
    <name>Popup</name>
    <message>
        <source>Start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Marking</source>
        <translation>Markieren</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Preview of the pages</source>
        <translation>Vorschau der Seiten</translation>
    </message>
</context>
<context>
    <name>Previews</name>
    <message>
        <source>A file of the course. You are asked before another program opens it.</source>
        <translation>Eine Datei des Kurses. Sie werden gefragt, bevor ein anderes Programm sie öffnet.</translation>
    </message>
    <message>
        <source>A broken link</source>
        <translation>Ein Link ins Leere</translation>
    </message>
    <message>
        <source>This link is not followed</source>
        <translation>Diesem Link wird nicht gefolgt</translation>
    </message>
    <message>
        <source>A place in another course, or one that has moved. Follow it to see.</source>
        <translation>Eine Stelle in einem anderen Kurs, oder eine, die verschoben wurde. Folgen Sie dem Link, um sie zu sehen.</translation>
    </message>
    <message>
        <source>A link to a place</source>
        <translation>Ein Link zu einer Stelle</translation>
    </message>
    <message>
        <source>Opens in your mail program, after you have been asked.</source>
        <translation>Öffnet sich in Ihrem Mailprogramm, nachdem Sie gefragt wurden.</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>Opens in your browser, after you have been asked.</source>
        <translation>Öffnet sich in Ihrem Browser, nachdem Sie gefragt wurden.</translation>
    </message>
    <message>
        <source>Footnote {}</source>
        <translation>Fußnote {}</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet …</translation>
    </message>
    <message>
        <source>On this page</source>
        <translation>Auf dieser Seite</translation>
    </message>
    <message numerus="yes">
        <source>%n min to read</source>
        <translation>
            <numerusform>%n min Lesezeit</numerusform>
            <numerusform>%n min Lesezeit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Export as PDF</source>
        <translation>Als PDF exportieren</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>What is printed</source>
        <translation>Was gedruckt wird</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Margins</source>
        <translation>Ränder</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Where notes stand</source>
        <translation>Wo Notizen stehen</translation>
    </message>
    <message>
        <source>Highlights and underlines</source>
        <translation>Hervorhebungen und Unterstreichungen</translation>
    </message>
    <message>
        <source>Answers of cards</source>
        <translation>Antworten der Karten</translation>
    </message>
    <message>
        <source>Addresses of links, after each section</source>
        <translation>Adressen der Links, nach jedem Abschnitt</translation>
    </message>
    <message>
        <source>This section</source>
        <translation>Diesen Abschnitt</translation>
    </message>
    <message>
        <source>This chapter: {0}</source>
        <translation>Dieses Kapitel: {0}</translation>
    </message>
    <message>
        <source>The whole course</source>
        <translation>Den ganzen Kurs</translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation>Schmal</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>Breit</translation>
    </message>
    <message>
        <source>After each section</source>
        <translation>Nach jedem Abschnitt</translation>
    </message>
    <message>
        <source>In the margin</source>
        <translation>Am Rand</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>Nicht gedruckt</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Als PDF speichern …</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF speichern</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message numerus="yes">
        <source>Saved %Ln page(s) as {0}.</source>
        <translation>
            <numerusform>%Ln Seite als {0} gespeichert.</numerusform>
            <numerusform>%Ln Seiten als {0} gespeichert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln Seite</numerusform>
            <numerusform>%Ln Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent “{0}” to the printer.</source>
        <translation>„{0}“ an den Drucker gesendet.</translation>
    </message>
    <message>
        <source>Setting “{0}” …</source>
        <translation>„{0}“ wird gesetzt …</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>{} sections cannot be printed at once</source>
        <translation>{} Abschnitte lassen sich nicht auf einmal drucken</translation>
    </message>
    <message>
        <source>at most {} fit into memory</source>
        <translation>höchstens {} passen in den Speicher</translation>
    </message>
    <message>
        <source>print chapter by chapter</source>
        <translation>drucken Sie Kapitel für Kapitel</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>cannot print</source>
        <translation>Drucken ist nicht möglich</translation>
    </message>
    <message>
        <source>{} does not answer</source>
        <translation>{} antwortet nicht</translation>
    </message>
    <message>
        <source>see whether it is switched on</source>
        <translation>sehen Sie nach, ob er eingeschaltet ist</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source> — accessed {}</source>
        <translation> – abgerufen {}</translation>
    </message>
    <message>
        <source>Addresses of the links</source>
        <translation>Adressen der Links</translation>
    </message>
    <message>
        <source>Your notes</source>
        <translation>Ihre Notizen</translation>
    </message>
    <message>
        <source> — no longer in the text</source>
        <translation> – nicht mehr im Text</translation>
    </message>
    <message>
        <source>Version {}</source>
        <translation>Fassung {}</translation>
    </message>
</context>
<context>
    <name>Quoting</name>
    <message>
        <source>Quotation copied.</source>
        <translation>Zitat kopiert.</translation>
    </message>
    <message>
        <source>Link to these words copied.</source>
        <translation>Link zu diesen Wörtern kopiert.</translation>
    </message>
    <message>
        <source>Link to this place copied.</source>
        <translation>Link zu dieser Stelle kopiert.</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Every other section is read.</source>
        <translation>Alle anderen Abschnitte sind gelesen.</translation>
    </message>
    <message>
        <source>opened, not read yet</source>
        <translation>geöffnet, noch nicht gelesen</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>changed since you read it</source>
        <translation>geändert, seit Sie ihn gelesen haben</translation>
    </message>
    <message>
        <source>all read</source>
        <translation>alles gelesen</translation>
    </message>
    <message>
        <source>{} of {} read</source>
        <translation>{} von {} gelesen</translation>
    </message>
    <message>
        <source>{} changed since</source>
        <translation>{} seither geändert</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>this section is read</source>
        <translation>dieser Abschnitt ist gelesen</translation>
    </message>
    <message numerus="yes">
        <source>%n min in chapter</source>
        <translation>
            <numerusform>Kapitel %n min</numerusform>
            <numerusform>Kapitel %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>noch %n min</numerusform>
            <numerusform>noch %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left in the chapter</source>
        <translation>
            <numerusform>noch %n Minute im Kapitel</numerusform>
            <numerusform>noch %n Minuten im Kapitel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left in this section</source>
        <translation>
            <numerusform>noch %n Minute in diesem Abschnitt</numerusform>
            <numerusform>noch %n Minuten in diesem Abschnitt</numerusform>
        </translation>
    </message>
    <message>
        <source>Marked as read</source>
        <translation>Als gelesen gekennzeichnet</translation>
    </message>
    <message>
        <source>Marked as unread</source>
        <translation>Als ungelesen gekennzeichnet</translation>
    </message>
</context>
<context>
    <name>ResultDelegate</name>
    <message>
        <source>Notes without a page</source>
        <translation>Notizen ohne Seite</translation>
    </message>
</context>
<context>
    <name>ResultList</name>
    <message>
        <source>Search results</source>
        <translation>Treffer der Suche</translation>
    </message>
</context>
<context>
    <name>ResultRows</name>
    <message>
        <source>Show more results</source>
        <translation>Mehr Treffer zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s)</source>
        <translation>
            <numerusform>%Ln Treffer</numerusform>
            <numerusform>%Ln Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>some of the words</source>
        <translation>einige der Wörter</translation>
    </message>
    <message>
        <source>other form</source>
        <translation>andere Form</translation>
    </message>
    <message>
        <source>begins so</source>
        <translation>beginnt so</translation>
    </message>
    <message>
        <source>spelled alike</source>
        <translation>ähnlich geschrieben</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>What changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>Accept all moved</source>
        <translation>Alle verschobenen annehmen</translation>
    </message>
    <message>
        <source>Back to the page</source>
        <translation>Zurück zur Seite</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mehr zeigen</translation>
    </message>
    <message>
        <source>All is settled.</source>
        <translation>Alles ist geklärt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln kept as they are</source>
        <translation>
            <numerusform>%Ln bleibt, wie sie ist</numerusform>
            <numerusform>%Ln bleiben, wie sie sind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) to decide on</source>
        <translation>
            <numerusform>Über %Ln Notiz ist zu entscheiden</numerusform>
            <numerusform>Über %Ln Notizen ist zu entscheiden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewRow</name>
    <message>
        <source>Same words, place uncertain</source>
        <translation>Gleiche Wörter, Stelle unsicher</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Verschoben</translation>
    </message>
    <message>
        <source>Text changed</source>
        <translation>Text geändert</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>These words are nowhere in the course any more.</source>
        <translation>Diese Wörter stehen nirgends mehr im Kurs.</translation>
    </message>
    <message>
        <source>As you marked it</source>
        <translation>Wie Sie es markiert haben</translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation>Wie es jetzt ist</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>This is the place: the note belongs here (A)</source>
        <translation>Das ist die Stelle: Die Notiz gehört hierher (A)</translation>
    </message>
    <message>
        <source>The note belongs to the text as it now is (A)</source>
        <translation>Die Notiz gehört zum Text, wie er jetzt ist (A)</translation>
    </message>
    <message>
        <source>Link by selecting</source>
        <translation>Durch Auswählen zuordnen</translation>
    </message>
    <message>
        <source>Select in the page what it belongs to (L)</source>
        <translation>Auf der Seite auswählen, wozu sie gehört (L)</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Leave it flagged; do not ask again (K)</source>
        <translation>Als Hinweis stehen lassen; nicht wieder fragen (K)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Put it into the trash (Del)</source>
        <translation>In den Papierkorb legen (Entf)</translation>
    </message>
    <message>
        <source>Show in text</source>
        <translation>Im Text zeigen</translation>
    </message>
    <message>
        <source>Go there (Enter)</source>
        <translation>Dorthin gehen (Eingabe)</translation>
    </message>
</context>
<context>
    <name>ScopeBar</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Search the text of the course</source>
        <translation>Den Text des Kurses durchsuchen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Search what you marked and wrote</source>
        <translation>Durchsuchen, was Sie markiert und geschrieben haben</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>Search questions and answers</source>
        <translation>Fragen und Antworten durchsuchen</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Markiertes</translation>
    </message>
    <message>
        <source>Search only in what you highlighted or underlined</source>
        <translation>Nur in Hervorgehobenem und Unterstrichenem suchen</translation>
    </message>
    <message>
        <source>This chapter</source>
        <translation>Dieses Kapitel</translation>
    </message>
    <message>
        <source>Search the chapter you are in</source>
        <translation>Das Kapitel durchsuchen, in dem Sie sind</translation>
    </message>
    <message>
        <source>Chapters…</source>
        <translation>Kapitel …</translation>
    </message>
    <message>
        <source>Choose the chapters to search</source>
        <translation>Die Kapitel wählen, die durchsucht werden</translation>
    </message>
    <message>
        <source>All chapters</source>
        <translation>Alle Kapitel</translation>
    </message>
    <message numerus="yes">
        <source>%n chapter(s)</source>
        <translation>
            <numerusform>%n Kapitel</numerusform>
            <numerusform>%n Kapitel</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scopes</name>
    <message>
        <source>Section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>Wo gesucht wird</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>another window or command is doing so</source>
        <translation>ein anderes Fenster oder ein Befehl tut es gerade</translation>
    </message>
    <message>
        <source>cannot bring the index up to date</source>
        <translation>der Suchindex lässt sich nicht auf den neuesten Stand bringen</translation>
    </message>
    <message>
        <source>try again later</source>
        <translation>versuchen Sie es später noch einmal</translation>
    </message>
    <message>
        <source>the process that does so ended early</source>
        <translation>der Prozess, der das tut, endete vorzeitig</translation>
    </message>
    <message>
        <source>cannot build the index</source>
        <translation>der Suchindex lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>look for room on the disk</source>
        <translation>schaffen Sie Platz auf dem Datenträger</translation>
    </message>
    <message>
        <source>What is looked for is longer than {} characters.</source>
        <translation>Das Gesuchte ist länger als {} Zeichen.</translation>
    </message>
    <message>
        <source>Only the first {} places are shown.</source>
        <translation>Nur die ersten {} Stellen werden gezeigt.</translation>
    </message>
    <message>
        <source>This expression takes too long; make it simpler.</source>
        <translation>Dieser Ausdruck braucht zu lange; vereinfachen Sie ihn.</translation>
    </message>
    <message>
        <source>This expression needs too much memory; make it simpler.</source>
        <translation>Dieser Ausdruck braucht zu viel Speicher; vereinfachen Sie ihn.</translation>
    </message>
    <message>
        <source>, at character {}</source>
        <translation>, bei Zeichen {}</translation>
    </message>
    <message>
        <source>This is no regular expression: {}{}.</source>
        <translation>Das ist kein regulärer Ausdruck: {}{}.</translation>
    </message>
    <message>
        <source>Only the first {} characters are searched for.</source>
        <translation>Nur nach den ersten {} Zeichen wird gesucht.</translation>
    </message>
    <message>
        <source>A parenthesis is not closed.</source>
        <translation>Eine Klammer ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>Nothing follows OR.</source>
        <translation>Auf OR folgt nichts.</translation>
    </message>
    <message>
        <source>Words to be left out need one that is looked for beside them.</source>
        <translation>Neben Wörtern, die fehlen sollen, braucht es eines, das gesucht wird.</translation>
    </message>
    <message>
        <source>There is no word in this to look for.</source>
        <translation>Darin ist kein Wort, nach dem zu suchen wäre.</translation>
    </message>
    <message>
        <source>Nothing stands before OR.</source>
        <translation>Vor OR steht nichts.</translation>
    </message>
    <message>
        <source>Nothing follows NOT.</source>
        <translation>Auf NOT folgt nichts.</translation>
    </message>
    <message>
        <source>A parenthesis is closed that was not opened.</source>
        <translation>Eine Klammer wird geschlossen, die nicht geöffnet wurde.</translation>
    </message>
    <message>
        <source>A quotation mark is not closed.</source>
        <translation>Ein Anführungszeichen ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>Only the first {} words are searched for.</source>
        <translation>Nur nach den ersten {} Wörtern wird gesucht.</translation>
    </message>
    <message>
        <source>“{}” is not known and was searched for as a word. There are {}.</source>
        <translation>„{}“ ist unbekannt und wurde als Wort gesucht. Es gibt {}.</translation>
    </message>
    <message>
        <source>“in:{}” is not known; there are in:text, in:notes and in:cards.</source>
        <translation>„in:{}“ ist unbekannt; es gibt in:text, in:notes und in:cards.</translation>
    </message>
    <message>
        <source>none in this search</source>
        <translation>keine in dieser Suche</translation>
    </message>
    <message>
        <source>“is:{}” is not known; there are: {}.</source>
        <translation>„is:{}“ ist unbekannt; es gibt: {}.</translation>
    </message>
    <message>
        <source>No chapter is called “{}”.</source>
        <translation>Kein Kapitel heißt „{}“.</translation>
    </message>
    <message>
        <source>nothing to look for</source>
        <translation>nichts, wonach zu suchen wäre</translation>
    </message>
    <message>
        <source>no words are selected</source>
        <translation>es sind keine Wörter ausgewählt</translation>
    </message>
    <message>
        <source>select a passage</source>
        <translation>wählen Sie eine Stelle aus</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search the course</source>
        <translation>Kurs durchsuchen</translation>
    </message>
    <message>
        <source>Results come while you type; Down and Up walk through them, Enter opens one.</source>
        <translation>Treffer erscheinen, während Sie tippen; mit den Pfeiltasten gehen Sie durch sie, die Eingabetaste öffnet einen.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Back to where I was</source>
        <translation>Zurück an die vorige Stelle</translation>
    </message>
    <message>
        <source>Go There</source>
        <translation>Dorthin gehen</translation>
    </message>
    <message>
        <source>Show, and Stay Here</source>
        <translation>Zeigen und hier bleiben</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Open in Other Pane</source>
        <translation>Im anderen Bereich öffnen</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Überall suchen</translation>
    </message>
    <message>
        <source>Nothing found for “{}”</source>
        <translation>Nichts gefunden für „{}“</translation>
    </message>
    <message>
        <source>Only a part is searched now.</source>
        <translation>Zurzeit wird nur ein Teil durchsucht.</translation>
    </message>
    <message>
        <source>Fewer words find more. A ~ after a word finds it misspelled, too.</source>
        <translation>Weniger Wörter finden mehr. Ein ~ nach einem Wort findet es auch mit Schreibfehlern.</translation>
    </message>
    <message>
        <source>{} of {}: {}</source>
        <translation>{} von {}: {}</translation>
    </message>
</context>
<context>
    <name>SectionTree</name>
    <message>
        <source>Section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>in the other pane</source>
        <translation>im anderen Bereich</translation>
    </message>
</context>
<context>
    <name>Seeking</name>
    <message>
        <source>This note belongs to no page.</source>
        <translation>Diese Notiz gehört zu keiner Seite.</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Studyapp stopped unexpectedly last time.</source>
        <translation>Studyapp wurde beim letzten Mal unerwartet beendet.</translation>
    </message>
    <message>
        <source>Show report</source>
        <translation>Bericht zeigen</translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>Keys that differ from the app&apos;s own, by command.</source>
        <translation>Tasten, die von denen des Programms abweichen, nach Befehl.</translation>
    </message>
    <message>
        <source>Show changes at once, without sliding or fading; always so where the system asks for it.</source>
        <translation>Änderungen sofort zeigen, ohne Gleiten oder Überblenden; immer so, wo das System darum bittet.</translation>
    </message>
    <message>
        <source>Size of the page&apos;s text.</source>
        <translation>Größe der Schrift auf der Seite.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>A card shows what a link or a footnote leads to; P shows it by keyboard.</source>
        <translation>Eine Karte zeigt, wohin ein Link oder eine Fußnote führt; mit der Tastatur zeigt P sie.</translation>
    </message>
    <message>
        <source>Always below</source>
        <translation>Immer darunter</translation>
    </message>
    <message>
        <source>Always beside</source>
        <translation>Immer daneben</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Beside, where there is room</source>
        <translation>Daneben, wo Platz ist</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Column width</source>
        <translation>Spaltenbreite</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Deutsch</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Distance between lines, in heights of the text.</source>
        <translation>Abstand der Zeilen, in Höhen der Schrift.</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Hervorhebungen</translation>
    </message>
    <message>
        <source>Inter</source>
        <translation>Inter</translation>
    </message>
    <message>
        <source>Its name, such as “Dates”.</source>
        <translation>Ihr Name, etwa „Daten“.</translation>
    </message>
    <message>
        <source>Its name, such as “Definition”.</source>
        <translation>Ihr Name, etwa „Definition“.</translation>
    </message>
    <message>
        <source>Its name, such as “Example”.</source>
        <translation>Ihr Name, etwa „Beispiel“.</translation>
    </message>
    <message>
        <source>Its name, such as “Important”.</source>
        <translation>Ihr Name, etwa „Wichtig“.</translation>
    </message>
    <message>
        <source>Its name, such as “Question”.</source>
        <translation>Ihr Name, etwa „Frage“.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Length of a full line of text.</source>
        <translation>Länge einer vollen Zeile.</translation>
    </message>
    <message>
        <source>Light or dark as the system is, or always the same.</source>
        <translation>Hell oder dunkel wie das System, oder immer gleich.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>Zeilenhöhe</translation>
    </message>
    <message>
        <source>Literata</source>
        <translation>Literata</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Preview links when the mouse rests on them</source>
        <translation>Vorschau von Links, auf denen die Maus ruht</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>Sepia</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Split view</source>
        <translation>Geteilte Ansicht</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>The language of menus and messages; a course keeps its own.</source>
        <translation>Die Sprache von Menüs und Meldungen; ein Kurs behält seine eigene.</translation>
    </message>
    <message>
        <source>The typeface of the page.</source>
        <translation>Die Schrift der Seite.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Where a second page stands.</source>
        <translation>Wo eine zweite Seite steht.</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Reset to what is usual</source>
        <translation>Auf das Übliche zurücksetzen</translation>
    </message>
    <message>
        <source>Reset “{}”</source>
        <translation>„{}“ zurücksetzen</translation>
    </message>
    <message>
        <source>{}: as usual</source>
        <translation>{}: wie üblich</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>{!r} is not {}</source>
        <translation>{!r} ist nicht zulässig, erwartet wird {}</translation>
    </message>
    <message>
        <source>{!r} is not between {} and {}</source>
        <translation>{!r} liegt nicht zwischen {} und {}</translation>
    </message>
    <message>
        <source>{!r} is none of {}</source>
        <translation>{!r} ist keines von {}</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>wahr oder falsch</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a table of texts</source>
        <translation>eine Tabelle von Texten</translation>
    </message>
    <message>
        <source>cannot set “{}”</source>
        <translation>„{}“ lässt sich nicht einstellen</translation>
    </message>
    <message>
        <source>{} is {!r} instead</source>
        <translation>{} ist stattdessen {!r}</translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation>{}: {}</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alles zurücksetzen</translation>
    </message>
    <message>
        <source>Undo reset</source>
        <translation>Zurücksetzen rückgängig machen</translation>
    </message>
    <message>
        <source>All as usual</source>
        <translation>Alles wie üblich</translation>
    </message>
    <message>
        <source>Reset undone</source>
        <translation>Zurücksetzen rückgängig gemacht</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
</context>
<context>
    <name>ShortcutEditor</name>
    <message>
        <source>Filter commands and keys</source>
        <translation>Befehle und Tasten filtern</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Neue Tasten</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Festlegen</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Üblich</translation>
    </message>
    <message>
        <source>{} already belongs to “{}”. Give that command other keys first.</source>
        <translation>{} gehört schon zu „{}“. Geben Sie jenem Befehl erst andere Tasten.</translation>
    </message>
</context>
<context>
    <name>ShortcutOverlay</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Filter commands and keys</source>
        <translation>Befehle und Tasten filtern</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>  or  </source>
        <translation>  oder  </translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>a window is already open but does not answer</source>
        <translation>ein Fenster ist schon offen, antwortet aber nicht</translation>
    </message>
    <message>
        <source>close that window, or end its process, and start again</source>
        <translation>schließen Sie das Fenster oder beenden Sie seinen Prozess und starten Sie neu</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>both words</source>
        <translation>beide Wörter</translation>
    </message>
    <message>
        <source>side by side</source>
        <translation>nebeneinander</translation>
    </message>
    <message>
        <source>one of them</source>
        <translation>eines davon</translation>
    </message>
    <message>
        <source>without the second</source>
        <translation>ohne das zweite</translation>
    </message>
    <message>
        <source>what begins so</source>
        <translation>was so beginnt</translation>
    </message>
    <message>
        <source>what is spelled alike</source>
        <translation>was ähnlich geschrieben ist</translation>
    </message>
    <message>
        <source>in titles; also heading:</source>
        <translation>in Titeln; auch heading:</translation>
    </message>
    <message>
        <source>in chapter 3; or by name</source>
        <translation>in Kapitel 3; oder nach Namen</translation>
    </message>
    <message>
        <source>in notes, text or cards</source>
        <translation>in Notizen, Text oder Karten</translation>
    </message>
    <message>
        <source>with a tag; color:green</source>
        <translation>mit Schlagwort; color:green</translation>
    </message>
    <message>
        <source>Kept searches</source>
        <translation>Gemerkte Suchen</translation>
    </message>
    <message>
        <source>Recent searches</source>
        <translation>Letzte Suchen</translation>
    </message>
    <message>
        <source>Ways to ask</source>
        <translation>So können Sie fragen</translation>
    </message>
    <message>
        <source>Forget {}</source>
        <translation>{} vergessen</translation>
    </message>
    <message>
        <source>Forget this search</source>
        <translation>Diese Suche vergessen</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Your notes cannot be read now</source>
        <translation>Ihre Notizen können gerade nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
</context>
<context>
    <name>StudyError</name>
    <message>
        <source>{}: {} ({})</source>
        <translation>{}: {} ({})</translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation>{}: {}</translation>
    </message>
</context>
<context>
    <name>Swatches</name>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
</context>
<context>
    <name>Switcher</name>
    <message>
        <source>Go to a section</source>
        <translation>Gehe zu einem Abschnitt</translation>
    </message>
    <message>
        <source>Go to a section or heading</source>
        <translation>Gehe zu Abschnitt oder Überschrift</translation>
    </message>
    <message>
        <source>Title of a section or heading</source>
        <translation>Titel eines Abschnitts oder einer Überschrift</translation>
    </message>
    <message>
        <source>Sections and headings</source>
        <translation>Abschnitte und Überschriften</translation>
    </message>
    <message>
        <source>No title like this</source>
        <translation>Kein solcher Titel</translation>
    </message>
    <message numerus="yes">
        <source>%n title(s)</source>
        <translation>
            <numerusform>%n Titel</numerusform>
            <numerusform>%n Titel</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter goes there, Esc closes</source>
        <translation>Eingabe geht dorthin, Esc schließt</translation>
    </message>
</context>
<context>
    <name>System</name>
    <message>
        <source>device or resource busy</source>
        <translation>Gerät oder Ressource ist belegt</translation>
    </message>
    <message>
        <source>disk quota exceeded</source>
        <translation>Speicherkontingent überschritten</translation>
    </message>
    <message>
        <source>file exists</source>
        <translation>die Datei gibt es schon</translation>
    </message>
    <message>
        <source>file name too long</source>
        <translation>der Dateiname ist zu lang</translation>
    </message>
    <message>
        <source>input/output error</source>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation>das ist ein Ordner</translation>
    </message>
    <message>
        <source>no space left on device</source>
        <translation>kein Platz mehr auf dem Datenträger</translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation>Datei oder Ordner nicht gefunden</translation>
    </message>
    <message>
        <source>not a directory</source>
        <translation>das ist kein Ordner</translation>
    </message>
    <message>
        <source>operation not permitted</source>
        <translation>der Vorgang ist nicht erlaubt</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>read-only file system</source>
        <translation>das Dateisystem ist schreibgeschützt</translation>
    </message>
    <message>
        <source>too many open files</source>
        <translation>zu viele offene Dateien</translation>
    </message>
</context>
<context>
    <name>TagLine</name>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
</context>
<context>
    <name>TargetDelegate</name>
    <message>
        <source>Chapter</source>
        <translation>Kapitel</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>Theme: {}</source>
        <translation>Farbschema: {}</translation>
    </message>
</context>
<context>
    <name>TextControls</name>
    <message>
        <source>Text and colors of the page</source>
        <translation>Text und Farben der Seite</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alles zurücksetzen</translation>
    </message>
    <message>
        <source>All as usual</source>
        <translation>Alles wie üblich</translation>
    </message>
</context>
<context>
    <name>Theme</name>
    <message>
        <source>Follow the System</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>Sepia</translation>
    </message>
    <message>
        <source>see CONTRIBUTING.md, Add a theme</source>
        <translation>siehe CONTRIBUTING.md, zum Farbschema</translation>
    </message>
    <message>
        <source>theme {}</source>
        <translation>Farbschema {}</translation>
    </message>
    <message>
        <source>no color for {}</source>
        <translation>keine Farbe für {}</translation>
    </message>
    <message>
        <source>add extends = &quot;light&quot; or extends = &quot;dark&quot;</source>
        <translation>fügen Sie extends = &quot;light&quot; oder extends = &quot;dark&quot; hinzu</translation>
    </message>
    <message>
        <source>it extends itself</source>
        <translation>es erweitert sich selbst</translation>
    </message>
    <message>
        <source>there is no such theme</source>
        <translation>es gibt kein solches Farbschema</translation>
    </message>
    <message>
        <source>mend {}</source>
        <translation>berichtigen Sie {}</translation>
    </message>
    <message>
        <source>{} must be a table</source>
        <translation>{} muss eine Tabelle sein</translation>
    </message>
    <message>
        <source>{} has no color {!r}</source>
        <translation>{} hat keine Farbe {!r}</translation>
    </message>
</context>
<context>
    <name>TickBar</name>
    <message>
        <source>Position in the page</source>
        <translation>Stelle auf der Seite</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Toolbar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Course: {}</source>
        <translation>Kurs: {}</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>New here? See in three minutes what you can do.</source>
        <translation>Neu hier? Sehen Sie in drei Minuten, was Sie tun können.</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Zum Rundgang</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>You are on the tour. Your course waits where you left it.</source>
        <translation>Sie sind auf dem Rundgang. Ihr Kurs wartet, wo Sie ihn verlassen haben.</translation>
    </message>
    <message>
        <source>Back to my course</source>
        <translation>Zurück zu meinem Kurs</translation>
    </message>
</context>
<context>
    <name>Unwritten</name>
    <message>
        <source>All notes are written now.</source>
        <translation>Alle Notizen sind jetzt geschrieben.</translation>
    </message>
    <message>
        <source>What is not written yet would be lost: {}.</source>
        <translation>Was noch nicht geschrieben ist, ginge verloren: {}.</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Trotzdem schließen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) cannot be written: {}. Nothing is lost while the window is open.</source>
        <translation>
            <numerusform>%Ln Notiz lässt sich nicht schreiben: {}. Solange das Fenster offen ist, geht nichts verloren.</numerusform>
            <numerusform>%Ln Notizen lassen sich nicht schreiben: {}. Solange das Fenster offen ist, geht nichts verloren.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Updates</name>
    <message>
        <source>Finding your notes again</source>
        <translation>Ihre Notizen werden wiedergefunden</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Durchsehen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln in place</source>
        <translation>
            <numerusform>%Ln an ihrer Stelle</numerusform>
            <numerusform>%Ln an ihrer Stelle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln moved</source>
        <translation>
            <numerusform>%Ln verschoben</numerusform>
            <numerusform>%Ln verschoben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln geändert</numerusform>
            <numerusform>%Ln geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln uncertain</source>
        <translation>
            <numerusform>%Ln unsicher</numerusform>
            <numerusform>%Ln unsicher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not found</source>
        <translation>
            <numerusform>%Ln nicht gefunden</numerusform>
            <numerusform>%Ln nicht gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>The course has changed. Your notes: {}.</source>
        <translation>Der Kurs hat sich geändert. Ihre Notizen: {}.</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Focus mode on</source>
        <translation>Nur die Seite: an</translation>
    </message>
    <message>
        <source>Focus mode off</source>
        <translation>Nur die Seite: aus</translation>
    </message>
</context>
<context>
    <name>Zoom</name>
    <message>
        <source>No picture or table in view.</source>
        <translation>Kein Bild und keine Tabelle in Sicht.</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Formel</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
</context>
<context>
    <name>cards</name>
    <message>
        <source>Underlined</source>
        <translation>Unterstrichen</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Text changed</source>
        <translation>Text geändert</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Verschoben</translation>
    </message>
    <message>
        <source>Same words, place uncertain</source>
        <translation>Gleiche Wörter, Stelle unsicher</translation>
    </message>
    <message>
        <source>The same words stand here, but too little of what surrounded them is left to be sure that this is the passage you marked.</source>
        <translation>Hier stehen dieselben Wörter, aber von dem, was um sie herum stand, ist zu wenig übrig, um sicher zu sein, dass es die markierte Stelle ist.</translation>
    </message>
    <message>
        <source>Passage not found</source>
        <translation>Stelle nicht gefunden</translation>
    </message>
</context>
</TS>
