<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Studyapp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read a course of Markdown offline, search it, and keep notes for years.
Free software under the MIT license; the bundled courses under CC BY 4.0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActionRow</name>
    <message>
        <source>Link again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove (can be undone)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Add tags</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message numerus="yes">
        <source>%Ln note(s) removed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) restored.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) copied.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Free notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known where the course “{}” is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in Text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Breadcrumb</name>
    <message>
        <source>Place in the course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This section: go to its top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to this chapter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardList</name>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>Open a course: a folder of Markdown files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other course yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link to this place copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Studyapp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All Notes Panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to Where I Was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a Word Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a Word Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the Mark Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collapse All Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents Panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Contents as Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Link to This Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as Quotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End a Word Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End a Word Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expand All Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in All Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focus Mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Section…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight: Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight: Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight: Pink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight: Purple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight: Yellow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link Note to the Selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark Chapter as Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark Chapter as Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move a Caret in the Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrower Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next Pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next Section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next Sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next Unread Section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes Panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Log Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the Bundled Course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outline Panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous Pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous Section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous Sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read Again from Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search Panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search This</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the Course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text Size and Column…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Underline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual Text Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Changed in the Course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where Else?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wider Column</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Contents</name>
    <message>
        <source>Filter contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No title has these words</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln section(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Expand All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collapse All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expand All Under This</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collapse All Under This</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expand All at This Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collapse All at This Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Contents as Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark Chapter as Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark Chapter as Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as Unread</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContentsTree</name>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Course</name>
    <message>
        <source>no course &apos;{}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no longer at {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open it at its new place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is neither a path nor the id of a known course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a folder of Markdown files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{}&apos; is not opened: it leads out of the course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{}&apos; is left out of the course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No heading &apos;{}&apos; in &apos;{}&apos;.{}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No section &apos;{}&apos;.{}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is gone, or leads out of the course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Did you mean &apos;{}&apos;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no course at {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is neither a folder nor a Markdown file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`studyapp outline` lists the sections of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no section &apos;{}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the course has no such page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot read {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reload the course</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Courses</name>
    <message>
        <source>Opening the course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the course again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Unexpected error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Studyapp stopped last time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unexpected went wrong in Studyapp. Your notes are safe: they are written as you make them. You can go on; if things look odd, quit and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Date</name>
    <message>
        <source>d MMMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DateRange</name>
    <message>
        <source>Notes between two days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>the app&apos;s own folder &apos;{}&apos; is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not in {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>install Studyapp again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot read {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not valid JSON: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repair or remove it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds no JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>format {!r} is no version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>format {} is newer than this app&apos;s {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update Studyapp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot write {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check the folder and the free space</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Underlines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tags here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} to {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterLine</name>
    <message>
        <source>Filter notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper and lower case as typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous place (Shift+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next place (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On from the top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On from the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Formula</name>
    <message>
        <source>the formula is longer than {} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no extent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds half a character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the app could not start its helper process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it took too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it could not be typeset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the app&apos;s helper process does not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not complete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Furniture</name>
    <message>
        <source>Key terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True as of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After this section you can</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> — accessed {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Where else: %Ln passage(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} of %Ln result(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The course is being prepared for searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still being prepared: there may be more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This course is not yet prepared for searching.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean “{}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this search no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>section {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed since you read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as read as it now is</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeadingView</name>
    <message>
        <source>Outline of the page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Hub</name>
    <message>
        <source>At an unknown time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) not found</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits these filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trash is empty. What you remove waits here for 30 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is marked in this section yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is marked yet. Select words in the page to mark them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HubHead</name>
    <message>
        <source>Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IndexKeeper</name>
    <message>
        <source>Preparing the search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Open a link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this file of the course in another program?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to this address in your mail program?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {} in your browser?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Linking</name>
    <message>
        <source>Select the passage for “{}” in the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link to the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linked to the selection.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarkKind</name>
    <message>
        <source>bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>underline</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>nothing to mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no page is on show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the page has just changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark it as it now is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caret on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caret off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MathObject</name>
    <message>
        <source>This formula cannot be typeset: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>Course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Close message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Remove (can be undone)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteText</name>
    <message>
        <source>Write a note… Markdown and [[links]] work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notebook</name>
    <message>
        <source>the notebook in {} is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its folder was moved, renamed or removed (notebook {})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bring it back, or begin a new one with `studyapp doctor --repair`</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no notebook yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark or write something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bring it back; a repair lets the next mark begin a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the notebook {} is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file does not begin with &apos;---&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no second &apos;---&apos; ends the front matter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a key stands twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the front matter is longer than {} KB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{}&apos; stands here for the second time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not readable as YAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a line of the form &apos;key: value&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no &apos;id&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{}&apos; has to be one text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{}&apos; has to be a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;tags&apos; has to be a list of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot write the backup {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} in it is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot read {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot read the backup {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing can be repaired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a plain file: links are not followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a plain file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>larger than {} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no annotation {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not in the notebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{}&apos; cannot name a {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only letters, digits, - and _ can</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no color &apos;{}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highlights have five</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing to mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the passage has no words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>select some words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot use {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is or holds a link to another folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its folder was moved, renamed or removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bring it back, or open it where it is now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {} annotations in {} are gone at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something other than Studyapp removed, trashed or damaged them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>see whether the folder is complete; if this is meant, accept it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`studyapp doctor --repair` makes it anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is of format {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is of format {}, newer than this app: update Studyapp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the notebook is read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no words to look for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the quote is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the words of a passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the words as `studyapp text` prints them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{}&apos; is not in the section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these words do not stand there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it stands there {}, never with these words around it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{}&apos; was not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check --prefix and --suffix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tell which with --prefix and --suffix, the words before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{}&apos; is not one passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it stands there {} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Underline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Color</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotebookWatch</name>
    <message>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, line {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source> And %n more.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A note cannot be read: {}{}: {}.{}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your notes are kept as plain files in {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>Notes on this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here yet. Select words and press H to mark them, N to write a note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on This Section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>no process can be started, {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the compiler made of it cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compiling it took more than {} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the compiler ended unexpectedly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the app is closing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than {} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} (line {})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a line of more than a million characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than 100 quotes or lists in each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than 100 lists in each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than 500 square brackets open at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than 500 parentheses open at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backticks in more than 20 lengths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than 20,000 headings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than 3,000 footnotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than 1,000 abbreviations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too deeply nested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagram shown as its source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query shown as its source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This table is too large to be set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table shown as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word of more than {} characters is broken up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This HTML is too large or too deeply nested to be set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTML shown as its source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Component shown as its source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directive shown as its source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table shown as its source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page is shown as plain text: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rest of this page is too long to be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it needs too much memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it could not be compiled ({}: {})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Number</name>
    <message>
        <source>{} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderButton</name>
    <message>
        <source>By place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>On this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page has no headings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Back to where this note is mentioned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check yourself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table of {} rows, shown as lines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Opening…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This course has no pages yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put files that end in .md into {} and read it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{}” cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of this course is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the guide</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>All Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassageView</name>
    <message>
        <source>[deleted: {}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[new: {}]</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pen</name>
    <message>
        <source>Highlighted, {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlighted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Underlined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done again: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>Bytes of a picture written into the page itself (`data:`).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the course has no such file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is on the web, and nothing is fetched from there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {} by {} pixels, which is too many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is none of PNG, JPEG, WebP, GIF and SVG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a picture written into the page must be small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is larger than 64 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is damaged or too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be read ({})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not shown: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds another picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds a web page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than 1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a valid SVG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it declares a document type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it refers to another file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not an SVG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has too many parts or too deep ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it would take too long to draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its style sheet is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its style sheet draws other parts of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it refers to itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is written so as to hide what it refers to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>This course has no section “{}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page has no heading “{}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Popup</name>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marking</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview of the pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Export as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where notes stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlights and underlines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers of cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses of links, after each section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This chapter: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After each section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Saved %Ln page(s) as {0}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Sent “{0}” to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting “{0}” …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} sections cannot be printed at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most {} fit into memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print chapter by chapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>see whether it is switched on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> — accessed {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses of the links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> — no longer in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Quoting</name>
    <message>
        <source>Quotation copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotation copied.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Every other section is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened, not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed since you read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {} read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} changed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this section is read</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n min in chapter</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left in the chapter</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left in this section</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultDelegate</name>
    <message>
        <source>Notes without a page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultList</name>
    <message>
        <source>Search results</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultRows</name>
    <message>
        <source>Show more results</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some of the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begins so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spelled alike</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>What changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept all moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All is settled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln kept as they are</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) to decide on</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewRow</name>
    <message>
        <source>Moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These words are nowhere in the course any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As you marked it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note belongs to the text as it now is (A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link by selecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select in the page what it belongs to (L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it flagged; do not ask again (K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it into the trash (Del)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go there (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScopeBar</name>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the text of the course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search what you marked and wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search questions and answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search only in what you highlighted or underlined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This chapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the chapter you are in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chapters…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the chapters to search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All chapters</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n chapter(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scopes</name>
    <message>
        <source>Section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>another window or command is doing so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot bring the index up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try again later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the process that does so ended early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot build the index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look for room on the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is looked for is longer than {} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the first {} places are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This expression takes too long; make it simpler.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This expression needs too much memory; make it simpler.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, at character {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no regular expression: {}{}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the first {} characters are searched for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A parenthesis is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing follows OR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words to be left out need one that is looked for beside them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no word in this to look for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing stands before OR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing follows NOT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A parenthesis is closed that was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quotation mark is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the first {} words are searched for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{}” is not known and was searched for as a word. There are {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“in:{}” is not known; there are in:text, in:notes and in:cards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none in this search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“is:{}” is not known; there are: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No chapter is called “{}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing to look for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no words are selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>select a passage</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search the course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results come while you type; Down and Up walk through them, Enter opens one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Back to where I was</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SectionTree</name>
    <message>
        <source>Section</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Seeking</name>
    <message>
        <source>This note belongs to no page.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Studyapp stopped unexpectedly last time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show report</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>Keys that differ from the app&apos;s own, by command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the page&apos;s text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance between lines, in heights of the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name, such as “Dates”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name, such as “Definition”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name, such as “Example”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name, such as “Important”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name, such as “Question”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of a full line of text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark as the system is, or always the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Literata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show changes at once, without sliding or fading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The typeface of the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>px</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>{!r} is not {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{!r} is not between {} and {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{!r} is none of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a table of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot set “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is {!r} instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutEditor</name>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is already: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutOverlay</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  or  </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>a window is already open but does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close that window, or end its process, and start again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>both words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without the second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what begins so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is spelled alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in titles; also heading:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in chapter 3; or by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in notes, text or cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a tag; color:green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ways to ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget this search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StudyError</name>
    <message>
        <source>{}: {} ({})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Switcher</name>
    <message>
        <source>Go to a section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a section or heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of a section or heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections and headings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No title like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter goes there, Esc closes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>System</name>
    <message>
        <source>device or resource busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disk quota exceeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file name too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input/output error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no space left on device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>operation not permitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read-only file system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many open files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagLine</name>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TargetDelegate</name>
    <message>
        <source>Chapter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextControls</name>
    <message>
        <source>Text size and column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Theme</name>
    <message>
        <source>Follow the System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>see CONTRIBUTING.md, Add a theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>theme {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no color for {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add extends = &quot;light&quot; or extends = &quot;dark&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it extends itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mend {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} must be a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has no color {!r}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TickBar</name>
    <message>
        <source>Position in the page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Toolbar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Course: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Updates</name>
    <message>
        <source>Finding your notes again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln in place</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln moved</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not found</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The course has changed. Your notes: {}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cards</name>
    <message>
        <source>Text changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passage not found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
