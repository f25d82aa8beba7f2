<@sections/>
<@how/>
