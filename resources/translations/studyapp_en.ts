<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ActionRow</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message numerus="yes">
        <source>%Ln note(s) removed.</source>
        <translation>
            <numerusform>%Ln note removed.</numerusform>
            <numerusform>%Ln notes removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) restored.</source>
        <translation>
            <numerusform>%Ln note restored.</numerusform>
            <numerusform>%Ln notes restored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) copied.</source>
        <translation>
            <numerusform>%Ln note copied.</numerusform>
            <numerusform>%Ln notes copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message numerus="yes">
        <source>%n setting(s)</source>
        <translation>
            <numerusform>%n setting</numerusform>
            <numerusform>%n settings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Contents</name>
    <message numerus="yes">
        <source>%Ln section(s)</source>
        <translation>
            <numerusform>%Ln section</numerusform>
            <numerusform>%Ln sections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Courses</name>
    <message numerus="yes">
        <source>%n more like this</source>
        <translation>
            <numerusform>%n more like this</numerusform>
            <numerusform>%n more like this</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Elements</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>table, %Ln row(s)</source>
        <translation>
            <numerusform>table, %Ln row</numerusform>
            <numerusform>table, %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message numerus="yes">
        <source>Where else: %Ln passage(s)</source>
        <translation>
            <numerusform>Where else: %Ln passage</numerusform>
            <numerusform>Where else: %Ln passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} of %Ln result(s)</source>
        <translation>
            <numerusform>{} of %Ln result</numerusform>
            <numerusform>{} of %Ln results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s)</source>
        <translation>
            <numerusform>%Ln result</numerusform>
            <numerusform>%Ln results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hub</name>
    <message numerus="yes">
        <source>%Ln not found</source>
        <translation>
            <numerusform>%Ln not found</numerusform>
            <numerusform>%Ln not found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) not found</source>
        <translation>
            <numerusform>%Ln passage not found</numerusform>
            <numerusform>%Ln passages not found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LicensesDialog</name>
    <message numerus="yes">
        <source>%n license(s)</source>
        <translation>
            <numerusform>%n license</numerusform>
            <numerusform>%n licenses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotebookWatch</name>
    <message numerus="yes">
        <source> And %n more.</source>
        <translation>
            <numerusform> And %n more.</numerusform>
            <numerusform> And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message numerus="yes">
        <source>%n command(s)</source>
        <translation>
            <numerusform>%n command</numerusform>
            <numerusform>%n commands</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Previews</name>
    <message numerus="yes">
        <source>%n min to read</source>
        <translation>
            <numerusform>%n min to read</numerusform>
            <numerusform>%n min to read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message numerus="yes">
        <source>Saved %Ln page(s) as {0}.</source>
        <translation>
            <numerusform>Saved %Ln page as {0}.</numerusform>
            <numerusform>Saved %Ln pages as {0}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln page</numerusform>
            <numerusform>%Ln pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message numerus="yes">
        <source>%n min in chapter</source>
        <translation>
            <numerusform>%n min in chapter</numerusform>
            <numerusform>%n min in chapter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>%n min left</numerusform>
            <numerusform>%n min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left in the chapter</source>
        <translation>
            <numerusform>%n minute left in the chapter</numerusform>
            <numerusform>%n minutes left in the chapter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left in this section</source>
        <translation>
            <numerusform>%n minute left in this section</numerusform>
            <numerusform>%n minutes left in this section</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultRows</name>
    <message numerus="yes">
        <source>%Ln result(s)</source>
        <translation>
            <numerusform>%Ln result</numerusform>
            <numerusform>%Ln results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message numerus="yes">
        <source>%Ln kept as they are</source>
        <translation>
            <numerusform>%Ln kept as they are</numerusform>
            <numerusform>%Ln kept as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) to decide on</source>
        <translation>
            <numerusform>%Ln note to decide on</numerusform>
            <numerusform>%Ln notes to decide on</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScopeBar</name>
    <message numerus="yes">
        <source>%n chapter(s)</source>
        <translation>
            <numerusform>%n chapter</numerusform>
            <numerusform>%n chapters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Switcher</name>
    <message numerus="yes">
        <source>%n title(s)</source>
        <translation>
            <numerusform>%n title</numerusform>
            <numerusform>%n titles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Unwritten</name>
    <message numerus="yes">
        <source>%Ln note(s) cannot be written: {}. Nothing is lost while the window is open.</source>
        <translation>
            <numerusform>%Ln note cannot be written: {}. Nothing is lost while the window is open.</numerusform>
            <numerusform>%Ln notes cannot be written: {}. Nothing is lost while the window is open.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Updates</name>
    <message numerus="yes">
        <source>%Ln in place</source>
        <translation>
            <numerusform>%Ln in place</numerusform>
            <numerusform>%Ln in place</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln moved</source>
        <translation>
            <numerusform>%Ln moved</numerusform>
            <numerusform>%Ln moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln uncertain</source>
        <translation>
            <numerusform>%Ln uncertain</numerusform>
            <numerusform>%Ln uncertain</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not found</source>
        <translation>
            <numerusform>%Ln not found</numerusform>
            <numerusform>%Ln not found</numerusform>
        </translation>
    </message>
</context>
</TS>